package io.kehu.reporting.reconciliation;

import java.util.Comparator;

/**
 * One figure that both sides know.
 *
 * @param name     {@code count}, {@code amount} …
 * @param part     kind of stage, status or verdict that it is about, or null for all
 * @param currency of an amount, else null
 */
record Measure(String name, String part, String currency) implements Comparable<Measure> {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Measure> ORDER = Comparator.comparing(Measure::name)
            .reversed()
            .thenComparing(Measure::part, TEXT)
            .thenComparing(Measure::currency, TEXT);

    @Override
    public int compareTo(Measure other) {
        return ORDER.compare(this, other);
    }
}
