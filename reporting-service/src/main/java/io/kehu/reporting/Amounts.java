package io.kehu.reporting;

import io.kehu.events.Money;
import io.kehu.platform.company.Company;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Amounts added up, each currency for itself: they are never converted or mixed. */
public final class Amounts {

    private static final int CENTS = 2;

    private final Map<String, Sum> sums = new TreeMap<>();

    private record Sum(BigDecimal amount, long deals) {

        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), deals + other.deals);
        }
    }

    /** @param currency null with {@code amount} null for deals without an amount */
    public void add(String currency, BigDecimal amount, long deals) {
        if (currency != null && amount != null) {
            sums.merge(currency, new Sum(amount, deals), Sum::plus);
        }
    }

    public void add(Amounts others) {
        others.sums.forEach((currency, sum) -> sums.merge(currency, sum, Sum::plus));
    }

    public Money in(String currency) {
        var sum = sums.get(currency);
        return money(sum == null ? BigDecimal.ZERO : sum.amount, currency);
    }

    /** Over the deals that have an amount in this currency; null if there are none. */
    public Money averageIn(String currency) {
        var sum = sums.get(currency);
        return sum == null || sum.deals == 0
                ? null
                : money(sum.amount.divide(BigDecimal.valueOf(sum.deals), CENTS, RoundingMode.HALF_UP), currency);
    }

    public Set<String> currencies() {
        return sums.keySet();
    }

    /** The currency to tell amounts in: the wanted one, else the only one there is, else the company's. */
    public String choose(String wanted) {
        return wanted != null
                ? wanted
                : sums.size() == 1
                        ? sums.keySet().iterator().next()
                        : Company.current().currency().getCurrencyCode();
    }

    private static Money money(BigDecimal amount, String currency) {
        return new Money(amount.setScale(CENTS, RoundingMode.HALF_UP), currency);
    }
}
