package io.kehu.reporting.sales;

import io.kehu.events.Money;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The four figures of the velocity of one group while they are being added up. */
final class Pace {

    private static final MathContext CONTEXT = MathContext.DECIMAL64;

    private final ClosedDeals closed = new ClosedDeals();
    private long open;
    private long days;
    private long dated;

    /**
     * @param moreDays  from opening to won
     * @param moreDated deals of which both days are known
     */
    void add(long moreOpen, long moreDays, long moreDated) {
        open += moreOpen;
        days += moreDays;
        dated += moreDated;
    }

    Pace add(Pace others) {
        closed.add(others.closed);
        add(others.open, others.days, others.dated);
        return this;
    }

    ClosedDeals closed() {
        return closed;
    }

    Velocity.Row row(String key, String name, String currency, String records) {
        var deals = closed.row(key, name, currency, null);
        var average = deals.averageWonAmount();
        return new Velocity.Row(
                key,
                name,
                open,
                deals.won(),
                deals.lost(),
                deals.winRate(),
                average,
                dated == 0 ? null : Shares.rounded(BigDecimal.valueOf(days).divide(BigDecimal.valueOf(dated), CONTEXT)),
                average == null || days == 0 ? null : new Money(perDay(deals, average), currency),
                records);
    }

    private BigDecimal perDay(WinRate.Row deals, Money average) {
        var won = BigDecimal.valueOf(open).multiply(BigDecimal.valueOf(deals.won()));
        var rate = won.divide(BigDecimal.valueOf(deals.won() + deals.lost()), CONTEXT);
        return rate.multiply(average.amount())
                .multiply(BigDecimal.valueOf(dated))
                .divide(BigDecimal.valueOf(days), CONTEXT)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
