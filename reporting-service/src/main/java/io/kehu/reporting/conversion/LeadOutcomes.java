package io.kehu.reporting.conversion;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;

/** How far the leads of one group came, while they are being added up. */
final class LeadOutcomes {

    private final Amounts wonAmounts = new Amounts();
    private long leads;
    private long qualified;
    private long converted;
    private long won;

    void add(long moreLeads, long moreQualified, long moreConverted, long moreWon) {
        leads += moreLeads;
        qualified += moreQualified;
        converted += moreConverted;
        won += moreWon;
    }

    void addWon(String currency, BigDecimal amount, long deals) {
        wonAmounts.add(currency, amount, deals);
    }

    LeadOutcomes add(LeadOutcomes others) {
        add(others.leads, others.qualified, others.converted, others.won);
        wonAmounts.add(others.wonAmounts);
        return this;
    }

    Amounts wonAmounts() {
        return wonAmounts;
    }

    Conversion.Row row(String key, String name, String currency, String records) {
        return new Conversion.Row(
                key,
                name,
                leads,
                qualified,
                converted,
                won,
                Shares.share(qualified, leads),
                Shares.share(converted, qualified),
                Shares.share(won, converted),
                Shares.share(won, leads),
                wonAmounts.in(currency),
                records);
    }
}
