package io.kehu.reporting.sales;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.Shares;
import io.kehu.reporting.sales.Closings.Closing;
import java.math.BigDecimal;

/** Won and lost deals of one group while they are being added up. */
final class ClosedDeals {

    private final Amounts wonAmounts = new Amounts();
    private final Amounts lostAmounts = new Amounts();
    private long won;
    private long lost;

    void add(Closing closing) {
        if (closing.kind().equals("WON")) {
            won += closing.deals();
            wonAmounts.add(closing.currency(), closing.amount(), closing.priced());
        } else {
            lost += closing.deals();
            lostAmounts.add(closing.currency(), closing.amount(), closing.priced());
        }
    }

    ClosedDeals add(ClosedDeals others) {
        won += others.won;
        lost += others.lost;
        wonAmounts.add(others.wonAmounts);
        lostAmounts.add(others.lostAmounts);
        return this;
    }

    Amounts amounts() {
        var all = new Amounts();
        all.add(wonAmounts);
        all.add(lostAmounts);
        return all;
    }

    BigDecimal wonAmount(String currency) {
        return wonAmounts.in(currency).amount();
    }

    WinRate.Row row(String key, String name, String currency, String records) {
        var wonAmount = wonAmounts.in(currency);
        var lostAmount = lostAmounts.in(currency);
        return new WinRate.Row(
                key,
                name,
                won,
                lost,
                Shares.share(won, won + lost),
                wonAmount,
                lostAmount,
                Shares.share(wonAmount.amount(), wonAmount.amount().add(lostAmount.amount())),
                wonAmounts.averageIn(currency),
                records);
    }
}
