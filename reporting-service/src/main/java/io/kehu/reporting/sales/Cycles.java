package io.kehu.reporting.sales;

import io.kehu.reporting.Histogram;
import io.kehu.reporting.Shares;
import io.kehu.reporting.sales.Closings.Cycle;
import java.math.BigDecimal;

/** How long won deals of one group took, while they are being added up. */
final class Cycles {

    private final Histogram days = new Histogram();
    private long withoutDates;

    void add(Cycle cycle) {
        if (cycle.days() == null) {
            withoutDates += cycle.deals();
        } else {
            days.add(cycle.days(), cycle.deals());
        }
    }

    Cycles add(Cycles others) {
        days.add(others.days);
        withoutDates += others.withoutDates;
        return this;
    }

    long deals() {
        return days.count();
    }

    SalesCycle.Row row(String key, String name) {
        return new SalesCycle.Row(
                key, name, deals(), withoutDates, Shares.rounded(days.mean()), percentile(0.5), percentile(0.9));
    }

    private BigDecimal percentile(double share) {
        var percentile = days.percentile(share);
        return percentile == null ? null : Shares.rounded(BigDecimal.valueOf(percentile));
    }
}
