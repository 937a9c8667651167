package io.kehu.local.demo.invention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A made-up opportunity with its way so far.
 *
 * @param entered    when it came into which stage, in order; the last one is where it is
 * @param amount     null while nobody has stated one
 * @param lostReason null unless lost
 * @param contract   null unless won and signed for
 */
public record MadeDeal(
        String externalId,
        MadeCustomer customer,
        CatalogueItem product,
        int quantity,
        String name,
        BigDecimal amount,
        LocalDate expectedCloseDate,
        Map<String, LocalDate> entered,
        String lostReason,
        String source,
        String nextStep,
        MadeContract contract) {

    /** Those of the shipped pipeline. */
    public static final List<String> STAGES =
            List.of("INITIAL_CONTACT", "NEEDS_ANALYSIS", "SOLUTION_DEMO", "QUOTATION", "NEGOTIATION", "WON", "LOST");

    public String stage() {
        var last = "";
        for (var stage : entered.keySet()) {
            last = stage;
        }
        return last;
    }

    public LocalDate openedOn() {
        return entered.values().iterator().next();
    }

    /** When it was won or lost, or null. */
    public LocalDate closedOn() {
        return entered.getOrDefault("WON", entered.get("LOST"));
    }
}
