package io.kehu.reporting.forecast;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What was won in each month, in one currency, by the number of the month. */
record WonMonths(NavigableMap<Integer, Won> months) {

    private static final int YEAR = 12;

    /** @param priced deals that had an amount */
    record Won(long priced, BigDecimal amount) {

        Won plus(Won other) {
            return new Won(priced + other.priced, amount.add(other.amount));
        }
    }

    static WonMonths empty() {
        return new WonMonths(new TreeMap<>());
    }

    void add(int month, long priced, BigDecimal amount) {
        months.merge(month, new Won(priced, amount), Won::plus);
    }

    BigDecimal amount(int month) {
        var won = months.get(month);
        return won == null ? BigDecimal.ZERO : won.amount();
    }

    /** Of the deals won in the year before {@code month} began, else in all the time before; 0 if there are none. */
    double average(int month) {
        var year = average(months.subMap(month - YEAR, month));
        return year > 0 ? year : average(months.headMap(month));
    }

    private static double average(Map<Integer, Won> months) {
        var all = months.values().stream().reduce(new Won(0, BigDecimal.ZERO), Won::plus);
        return all.priced() == 0 ? 0 : all.amount().doubleValue() / all.priced();
    }
}
