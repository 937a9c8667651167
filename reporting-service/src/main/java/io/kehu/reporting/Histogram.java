package io.kehu.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each whole number was seen: of many deals there are few different days, and these tell mean and percentiles exactly. */
public final class Histogram {

    private final Map<Integer, Long> counts = new HashMap<>();

    /** @param times less than none takes back what was added before */
    public void add(int number, long times) {
        counts.merge(number, times, Long::sum);
    }

    public void add(Histogram others) {
        others.counts.forEach(this::add);
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Null of nothing. */
    public BigDecimal mean() {
        var count = count();
        var sum = counts.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
        return count == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }

    /** Between the two numbers nearest to it, as {@code percentile_cont} of PostgreSQL has it; null of nothing. */
    public Double percentile(double share) {
        var count = count();
        if (count == 0) {
            return null;
        }
        var sorted = new TreeMap<>(counts);
        var rank = share * (count - 1);
        var lower = at(sorted, (long) Math.floor(rank));
        var upper = at(sorted, (long) Math.ceil(rank));
        return lower + (upper - lower) * (rank % 1);
    }

    /** The number with this rank, from 0. */
    private static int at(TreeMap<Integer, Long> sorted, long rank) {
        var passed = 0L;
        for (var each : sorted.entrySet()) {
            passed += each.getValue();
            if (passed > rank) {
                return each.getKey();
            }
        }
        return sorted.lastKey();
    }
}
