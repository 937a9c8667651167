package io.kehu.reporting.sales;

import io.kehu.events.Money;
import io.kehu.reporting.Shares;
import io.kehu.reporting.sales.Closings.Closing;
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

    void add(Closing closing) {
        closed.add(closing);
        if (closing.kind().equals("WON")) {
            days += closing.days();
            dated += closing.dated();
        }
    }

    void addOpen(long deals) {
        open += deals;
    }

    Pace add(Pace others) {
        closed.add(others.closed);
        open += others.open;
        days += others.days;
        dated += others.dated;
        return this;
    }

    ClosedDeals closed() {
        return closed;
    }

    /** Null where it is not known. */
    BigDecimal perDay(String currency) {
        var perDay = row(null, null, currency, null).perDay();
        return perDay == null ? null : perDay.amount();
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
