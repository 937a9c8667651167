package io.kehu.platform.search;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How Chinese names sound: pinyin without tones, {@code v} for ü, with the readings that phrases and surnames have. */
public final class Pinyin {

    private static final String SEPARATOR = " ";
    private static final Map<Integer, String> SURNAMES = Map.ofEntries(
            surname("曾", "zeng"),
            surname("单", "shan"),
            surname("解", "xie"),
            surname("仇", "qiu"),
            surname("查", "zha"),
            surname("区", "ou"),
            surname("朴", "piao"),
            surname("盖", "ge"),
            surname("尉", "yu"),
            surname("乐", "yue"),
            surname("覃", "qin"),
            surname("缪", "miao"),
            surname("翟", "zhai"));

    private Pinyin() {}

    /** One syllable per Chinese character, in order; other characters stand for themselves. */
    static List<String> syllables(String text) {
        var points = text.codePoints().toArray();
        var syllables = new ArrayList<String>(points.length);
        for (var start = 0; start < points.length; ) {
            var end = start + 1;
            while (end < points.length && isChinese(points[end]) == isChinese(points[start])) {
                end++;
            }
            if (isChinese(points[start])) {
                spell(new String(points, start, end - start), end - start, syllables);
            } else {
                for (var index = start; index < end; index++) {
                    syllables.add(Character.toString(points[index]));
                }
            }
            start = end;
        }
        return syllables;
    }

    /** A character that has no reading sounds like nothing. */
    private static void spell(String chinese, int characters, List<String> syllables) {
        var spelled = PinyinHelper.toPinyin(chinese, PinyinStyleEnum.NORMAL, SEPARATOR)
                .split(SEPARATOR);
        for (var index = 0; index < characters; index++) {
            var syllable = index < spelled.length ? spelled[index].replace('ü', 'v') : "";
            syllables.add(syllable.chars().allMatch(each -> each >= 'a' && each <= 'z') ? syllable : "");
        }
    }

    private static Map.Entry<Integer, String> surname(String character, String reading) {
        return Map.entry(character.codePointAt(0), reading);
    }

    /** How a surname is read, or null if it is read as the character is elsewhere. */
    static String surname(int point) {
        return SURNAMES.get(point);
    }

    /** A name in Latin letters, for instance Shenzhenshi for 深圳市. */
    public static String name(String chinese) {
        var spelled = String.join("", syllables(chinese));
        return spelled.isEmpty() ? "" : spelled.substring(0, 1).toUpperCase(Locale.ROOT) + spelled.substring(1);
    }

    static boolean isChinese(int point) {
        return Character.isIdeographic(point);
    }
}
