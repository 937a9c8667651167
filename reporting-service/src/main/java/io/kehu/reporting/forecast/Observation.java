package io.kehu.reporting.forecast;

import java.math.BigDecimal;

/**
 * Deals that were open when a month began, and what became of them.
 *
 * @param month     number of that month, years counted as twelve
 * @param currency  of the amounts; null where there is none
 * @param wonIn     1 if they were won in that month, 2 in the next and so on; null if not within a year, or not yet
 * @param priced    those of them with an amount at that time
 * @param amount    of these, as it was at that time
 * @param wonAmount at which they were won in the end
 * @param stated    amount × probability of those that were expected to close within three months; null if none was
 */
record Observation(
        int month,
        AgedStage stage,
        String currency,
        Integer wonIn,
        long deals,
        long priced,
        BigDecimal amount,
        BigDecimal wonAmount,
        BigDecimal stated) {

    /** What they are worth if whatever has no amount is worth {@code average}. */
    double worth(double average) {
        return amount.doubleValue() + (deals - priced) * average;
    }
}
