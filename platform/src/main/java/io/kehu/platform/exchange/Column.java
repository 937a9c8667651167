package io.kehu.platform.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column that an import understands. A heading means this column if it is its field, English or Chinese name; case,
 * blanks, hyphens, underscores and the asterisk of required columns do not matter.
 *
 * @param required whether a created record needs it; a file for {@code create} without it is refused as a whole
 * @param choices  the values that a {@link ColumnType#CHOICE} takes, else empty
 * @param furtherNames headings that mean it too, where they mean no other column
 * @param cleared  what a blank cell clears of the command: the path of a component or its end, or empty for nothing
 */
public record Column(
        String field,
        String english,
        String chinese,
        ColumnType type,
        boolean required,
        List<String> choices,
        String description,
        String chineseDescription,
        List<String> furtherNames,
        String cleared) {

    private static final Pattern INSIGNIFICANT = Pattern.compile("[\\s\\u00a0_*-]+");

    public static Column of(ColumnType type, String field, String english, String chinese) {
        return new Column(field, english, chinese, type, false, List.of(), "", "", List.of(), field);
    }

    public static Column text(String field, String english, String chinese) {
        return of(ColumnType.TEXT, field, english, chinese);
    }

    /** Of an amount, for {@link RowValues#money}. */
    public static Column currency(String field, String english, String chinese) {
        return text(field, english, chinese)
                .described("ISO 4217 code; the company's currency if none is given", "ISO 4217 币种代码，留空则为本位币");
    }

    public static Column choice(Class<? extends Enum<?>> type, String field, String english, String chinese) {
        return choice(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(), field, english, chinese);
    }

    /** The values are offered, but it is the import that judges what a row says. */
    public static Column choice(List<String> choices, String field, String english, String chinese) {
        return new Column(field, english, chinese, ColumnType.CHOICE, false, choices, "", "", List.of(), field);
    }

    /** The same column, needed for every record that is made. */
    public Column needed() {
        return new Column(
                field, english, chinese, type, true, choices, description, chineseDescription, furtherNames, cleared);
    }

    /** With a sentence for templates; the Chinese one may follow it by {@link #described(String, String)}. */
    public Column described(String sentence) {
        return described(sentence, "");
    }

    public Column described(String sentence, String chineseSentence) {
        return new Column(
                field, english, chinese, type, required, choices, sentence, chineseSentence, furtherNames, cleared);
    }

    /** The same column, understood by these headings too where they mean no other one. */
    public Column alsoCalled(String... names) {
        return new Column(
                field,
                english,
                chinese,
                type,
                required,
                choices,
                description,
                chineseDescription,
                List.of(names),
                cleared);
    }

    /** The same column, a blank cell of which clears the component at {@code path} instead of the one with its name. */
    public Column clearing(String path) {
        return new Column(
                field, english, chinese, type, required, choices, description, chineseDescription, furtherNames, path);
    }

    /** The same column, a blank cell of which leaves a record as it is. */
    public Column leavingWhenBlank() {
        return clearing("");
    }

    String description(boolean inChinese) {
        return inChinese && !chineseDescription.isEmpty() ? chineseDescription : description;
    }

    boolean isMeantBy(String heading) {
        var wanted = key(heading);
        return wanted.equals(key(field)) || wanted.equals(key(english)) || wanted.equals(key(chinese));
    }

    boolean isAlsoCalled(String heading) {
        return furtherNames.stream().map(Column::key).anyMatch(key(heading)::equals);
    }

    /** What counts of a heading. */
    public static String key(String heading) {
        var plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return INSIGNIFICANT.matcher(plain).replaceAll("");
    }
}
