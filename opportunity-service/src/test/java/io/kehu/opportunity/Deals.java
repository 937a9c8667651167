package io.kehu.opportunity;

import io.kehu.events.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Fields of deals for tests. */
public final class Deals {

    public static final UUID CUSTOMER = UUID.randomUUID();
    public static final UUID PRODUCT = UUID.randomUUID();
    public static final LocalDate CLOSE_DATE = LocalDate.parse("2026-05-01");

    private Deals() {}

    /** A deal of which nothing but the name is known. */
    public static OpportunityFields early() {
        return fields(null, null, null, null, List.of());
    }

    /** A deal that has all that the stages require. */
    public static OpportunityFields quoted() {
        return quoted("1200", CLOSE_DATE);
    }

    public static OpportunityFields quoted(String amount, LocalDate closeDate) {
        return fields(CUSTOMER, Money.of(amount, "CNY"), AmountSource.STATED, closeDate, List.of());
    }

    public static OpportunityFields ofLines(OpportunityLine... lines) {
        return fields(CUSTOMER, null, AmountSource.LINES, CLOSE_DATE, List.of(lines));
    }

    public static OpportunityFields fields(
            UUID customerId, Money amount, AmountSource source, LocalDate closeDate, List<OpportunityLine> lines) {
        return new OpportunityFields(
                "Laptops",
                customerId,
                null,
                amount,
                source,
                closeDate,
                null,
                null,
                null,
                null,
                lines,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static OpportunityFields opened(OpportunityFields deal, Instant at) {
        return with(deal, at, deal.exchangeRate());
    }

    public static OpportunityFields at(OpportunityFields deal, ExchangeRate rate) {
        return with(deal, deal.openedAt(), rate);
    }

    private static OpportunityFields with(OpportunityFields deal, Instant openedAt, ExchangeRate rate) {
        return new OpportunityFields(
                deal.name(),
                deal.customerId(),
                deal.stage(),
                deal.amount(),
                deal.amountSource(),
                deal.expectedCloseDate(),
                openedAt,
                deal.source(),
                deal.nextStep(),
                deal.description(),
                deal.lines(),
                deal.pipeline(),
                deal.campaignId(),
                deal.contacts(),
                deal.competitors(),
                deal.split(),
                rate,
                deal.statedProbability(),
                deal.tags(),
                deal.customFields());
    }

    public static OpportunityLine line(String quantity, String price, String currency, String discount) {
        return new OpportunityLine(
                PRODUCT,
                "GTX Pro",
                new BigDecimal(quantity),
                price == null ? null : Money.of(price, currency),
                discount == null ? null : new BigDecimal(discount));
    }
}
