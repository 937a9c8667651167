package io.kehu.reporting.competitor;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;

/** Deals against one competitor while they are being added up. */
final class Rivalry {

    private final String id;
    private final String name;
    private final Amounts openAmounts = new Amounts();
    private final Amounts wonAmounts = new Amounts();
    private final Amounts lostAmounts = new Amounts();
    private long open;
    private long won;
    private long lost;

    /** @param id null for one that deals know by name alone */
    Rivalry(String id, String name) {
        this.id = id;
        this.name = name;
    }

    void add(String kind, long deals, String currency, long priced, BigDecimal amount) {
        switch (kind) {
            case "WON" -> {
                won += deals;
                wonAmounts.add(currency, amount, priced);
            }
            case "LOST" -> {
                lost += deals;
                lostAmounts.add(currency, amount, priced);
            }
            default -> {
                open += deals;
                openAmounts.add(currency, amount, priced);
            }
        }
    }

    Amounts amounts() {
        var all = new Amounts();
        all.add(openAmounts);
        all.add(wonAmounts);
        all.add(lostAmounts);
        return all;
    }

    CompetitorFigures.Row row(String currency) {
        var wonAmount = wonAmounts.in(currency);
        var lostAmount = lostAmounts.in(currency);
        return new CompetitorFigures.Row(
                id,
                name,
                open,
                won,
                lost,
                Shares.share(won, won + lost),
                openAmounts.in(currency),
                wonAmount,
                lostAmount,
                Shares.share(wonAmount.amount(), wonAmount.amount().add(lostAmount.amount())));
    }
}
