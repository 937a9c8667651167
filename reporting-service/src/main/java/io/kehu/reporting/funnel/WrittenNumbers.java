package io.kehu.reporting.funnel;

/**
 * The whole numbers of an array as PostgreSQL writes it, for instance {@code {3,-14}}, one after the other: a cohort has
 * hundreds of thousands, of each of which the driver would make several objects.
 */
final class WrittenNumbers {

    private final String text;
    private int position = 1;

    WrittenNumbers(String text) {
        this.text = text;
    }

    boolean more() {
        return position < text.length() - 1;
    }

    int next() {
        var negative = text.charAt(position) == '-';
        if (negative) {
            position++;
        }
        var number = 0;
        for (var digit = text.charAt(position++); digit >= '0' && digit <= '9'; digit = text.charAt(position++)) {
            number = number * 10 + digit - '0';
        }
        return negative ? -number : number;
    }
}
