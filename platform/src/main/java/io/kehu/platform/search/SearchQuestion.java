package io.kehu.platform.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed into a search box, as conditions that all hold. A text mixed of Chinese and other characters is
 * looked for piece by piece.
 */
record SearchQuestion(List<Piece> pieces) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int MOST_PIECES = 8;

    /**
     * A text that hits contain.
     *
     * @param alternatives pieces of the index; a hit has all of at least one of these; none if the text is too short for it
     */
    record Piece(String text, List<Set<Integer>> alternatives) {}

    static SearchQuestion of(String typed) {
        var pieces = new ArrayList<Piece>();
        for (var word : BLANKS.split(typed)) {
            var points = Grams.plain(word).codePoints().toArray();
            for (var start = 0; start < points.length && pieces.size() < MOST_PIECES; ) {
                var end = start + 1;
                while (end < points.length && Pinyin.isChinese(points[end]) == Pinyin.isChinese(points[start])) {
                    end++;
                }
                var text = new String(points, start, end - start);
                pieces.add(new Piece(text, Pinyin.isChinese(points[start]) ? chinese(text) : latin(text)));
                start = end;
            }
        }
        return new SearchQuestion(List.copyOf(pieces));
    }

    /** The whole question as a condition on a row {@code e} of the index, with the values of its places. */
    String match(String type, List<Object> values) {
        var match = pieces(type, values);
        values.addAll(texts());
        return match + " and e.text like ?".repeat(pieces.size());
    }

    /** What the index itself can answer of it. */
    String pieces(String type, List<Object> values) {
        var conditions = new ArrayList<String>();
        conditions.add("e.type = ?");
        values.add(type);
        for (var piece : pieces) {
            if (!piece.alternatives().isEmpty()) {
                conditions.add(piece.alternatives().stream()
                        .map(_ -> "e.grams @> ?")
                        .collect(Collectors.joining(" or ", "(", ")")));
                piece.alternatives().forEach(alternative -> values.add(SearchIndex.ints(alternative)));
            }
        }
        return String.join(" and ", conditions);
    }

    List<String> texts() {
        return pieces.stream().map(piece -> "%" + piece.text() + "%").toList();
    }

    private static List<Set<Integer>> chinese(String text) {
        var pairs = Grams.chinesePairs(text.codePoints().toArray());
        return pairs.isEmpty() ? List.of() : List.of(pairs);
    }

    /** Letters and digits may be pinyin, initials, a part of a name or a key. */
    private static List<Set<Integer>> latin(String text) {
        var alternatives = new ArrayList<Set<Integer>>();
        if (text.length() < 2) {
            return alternatives;
        }
        var initials = new HashSet<Integer>();
        for (var index = 0; index + 2 <= text.length(); index++) {
            initials.add(Grams.hash('l', text.substring(index, index + 2)));
        }
        alternatives.add(initials);
        if (text.length() >= Grams.SHORT_SOUND) {
            var length = text.length() < Grams.LONG_SOUND ? Grams.SHORT_SOUND : Grams.LONG_SOUND;
            alternatives.add(Set.of(Grams.hash('l', text.substring(0, length))));
        }
        var key = 0;
        for (var length : Grams.KEY_LENGTHS) {
            key = text.length() >= length ? length : key;
        }
        if (key > 0) {
            alternatives.add(Set.of(Grams.hash('k', text.substring(0, key))));
        }
        if (text.length() == Grams.KEY_END) {
            alternatives.add(Set.of(Grams.hash('e', text)));
        }
        return alternatives;
    }
}
