package io.kehu.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The small pieces by which texts are looked up, as hashes, so that an index of them is small and tells no names: pairs of
 * Chinese characters, beginnings of pinyin at each syllable, pairs of initials, beginnings of keys. A hit shares the pieces
 * of the question and is compared with the text itself.
 */
final class Grams {

    /** Lengths at which beginnings of keys are indexed. */
    static final int[] KEY_LENGTHS = {4, 6, 8, 10, 13, 18};

    static final int KEY_END = 4;
    static final int SHORT_SOUND = 3;
    static final int LONG_SOUND = 5;

    /** Pairs of nearly every company's name; they would find everything. */
    private static final Set<String> LEGAL_FORMS = Set.of("有限", "限公", "公司", "限责", "责任", "任公", "股份", "份有");

    private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<Integer> grams = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    static Grams of(SearchText search) {
        var grams = new Grams();
        search.names().forEach(name -> grams.addName(plain(name)));
        search.keys().forEach(key -> grams.addKey(plain(key)));
        return grams;
    }

    /** Everything that the pieces were taken from, in lower case. */
    String text() {
        return text.toString();
    }

    Set<Integer> hashes() {
        return grams;
    }

    /** Letters and digits alone, in lower case and normal width. */
    static String plain(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return INSIGNIFICANT.matcher(normal).replaceAll("");
    }

    private void addName(String name) {
        if (name.isEmpty()) {
            return;
        }
        write(name);
        var points = name.codePoints().toArray();
        grams.addAll(chinesePairs(points));
        var syllables = Pinyin.syllables(name);
        addSound(syllables);
        var surname = Pinyin.surname(points[0]);
        if (surname != null) {
            var asName = new ArrayList<>(syllables);
            asName.set(0, surname);
            addSound(asName);
        }
    }

    private void addSound(List<String> syllables) {
        var sound = String.join("", syllables);
        var initials = new StringBuilder();
        var start = 0;
        for (var syllable : syllables) {
            if (!syllable.isEmpty()) {
                initials.append(syllable.charAt(0));
                addBeginnings(sound.substring(start));
            }
            start += syllable.length();
        }
        for (var index = 0; index + 2 <= initials.length(); index++) {
            grams.add(hash('l', initials.substring(index, index + 2)));
        }
        write(sound);
        write(initials);
    }

    private void addBeginnings(String sound) {
        if (sound.length() >= 2) {
            grams.add(hash('l', sound.substring(0, 2)));
        }
        if (sound.length() >= SHORT_SOUND) {
            grams.add(hash('l', sound.substring(0, SHORT_SOUND)));
        }
        if (sound.length() >= LONG_SOUND) {
            grams.add(hash('l', sound.substring(0, LONG_SOUND)));
        }
    }

    private void addKey(String key) {
        for (var length : KEY_LENGTHS) {
            if (key.length() >= length) {
                grams.add(hash('k', key.substring(0, length)));
            }
        }
        if (key.length() >= KEY_END) {
            grams.add(hash('e', key.substring(key.length() - KEY_END)));
        }
        write(key);
    }

    private void write(CharSequence part) {
        text.append(text.isEmpty() ? "" : " ").append(part);
    }

    /** Hashes of the pairs of which at least one character is Chinese. */
    static Set<Integer> chinesePairs(int[] points) {
        var pairs = new HashSet<Integer>();
        for (var index = 0; index + 1 < points.length; index++) {
            var pair = new String(points, index, 2);
            if ((Pinyin.isChinese(points[index]) || Pinyin.isChinese(points[index + 1]))
                    && !LEGAL_FORMS.contains(pair)) {
                pairs.add(hash('c', pair));
            }
        }
        return pairs;
    }

    /** Whose row it is; rows of a scope are found by the same index. */
    static Integer owner(String username) {
        return hash('o', username);
    }

    static Integer team(String path) {
        return hash('t', path);
    }

    /** A team and, by one piece for each, all teams above it. */
    static Integer teamTree(String path) {
        return hash('u', path);
    }

    static Integer hash(char kind, String piece) {
        var hash = 0xcbf29ce484222325L ^ kind;
        for (var index = 0; index < piece.length(); index++) {
            hash = (hash ^ piece.charAt(index)) * 0x100000001b3L;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
