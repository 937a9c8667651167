package io.kehu.reporting.sales;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;

/** Won and lost deals of one group while they are being added up. */
final class ClosedDeals {

    private final Amounts wonAmounts = new Amounts();
    private final Amounts lostAmounts = new Amounts();
    private long won;
    private long lost;

    void add(String kind, long deals, String currency, long priced, BigDecimal amount) {
        if (kind.equals("WON")) {
            won += deals;
            wonAmounts.add(currency, amount, priced);
        } else {
            lost += deals;
            lostAmounts.add(currency, amount, priced);
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
