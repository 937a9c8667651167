package io.kehu.platform.table;

/**
 * Keeps a spreadsheet from running what somebody has typed into a field: such a text gets an apostrophe in front, which an
 * import takes away again.
 */
public final class Formulas {

    private static final char GUARD = '\'';

    /** With their full-width forms, which spreadsheets in Chinese and Japanese take for the same. */
    private static final String STARTS = "=+-@＝＋－＠";

    private Formulas() {}

    public static String neutralised(String text) {
        return runs(text, 0) ? GUARD + text : text;
    }

    /** What {@link #neutralised} was given. */
    public static String restored(String text) {
        return !text.isEmpty() && text.charAt(0) == GUARD && runs(text, 1) ? text.substring(1) : text;
    }

    /** A text that has guards itself is guarded once more, so that restoring takes away none of its own. */
    private static boolean runs(String text, int from) {
        var index = from;
        while (index < text.length() && text.charAt(index) == GUARD) {
            index++;
        }
        if (index < text.length() && "\t\r\n".indexOf(text.charAt(index)) >= 0) {
            return true;
        }
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index < text.length() && STARTS.indexOf(text.charAt(index)) >= 0;
    }
}
