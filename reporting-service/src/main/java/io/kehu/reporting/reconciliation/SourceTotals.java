package io.kehu.reporting.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Reads what owners answer at {@code /v1/…/totals}; each counts what matters of its records, so each is read its own way. */
final class SourceTotals {

    private final Map<Measure, BigDecimal> figures = new TreeMap<>();

    private SourceTotals() {}

    /** @throws IllegalArgumentException if the answer lacks a figure, which must not be taken for zero */
    static Map<Measure, BigDecimal> of(Source source, JsonNode answer) {
        var totals = new SourceTotals();
        switch (source) {
            case CUSTOMERS, CONTACTS, LEADS, ACTIVITIES, PRODUCTS ->
                totals.add("count", null, answer.required("count"));
            case OPPORTUNITIES -> totals.addGroups(answer.required("byKind"));
            case TICKETS -> totals.addParts("count", answer.required("byStatus"));
            case CLOCKS -> {
                totals.addParts("count", answer.required("byStatus"));
                totals.addParts("judged", answer.required("byVerdict"));
            }
            case SURVEYS -> {
                totals.add("sent", null, answer.required("sent"));
                totals.add("answered", null, answer.required("answered"));
                totals.add("scoreSum", null, answer.required("scoreSum"));
            }
            case CONTRACTS -> totals.addGroups(answer.required("byStatus"));
        }
        return totals.figures;
    }

    private void addParts(String name, JsonNode parts) {
        parts.properties().forEach(part -> add(name, part.getKey(), part.getValue()));
    }

    private void addGroups(JsonNode groups) {
        for (var group : groups.properties()) {
            add("count", group.getKey(), group.getValue().required("count"));
            for (var money : group.getValue().required("amounts")) {
                figures.put(
                        new Measure(
                                "amount",
                                group.getKey(),
                                money.required("currency").asText()),
                        new BigDecimal(money.required("amount").asText()));
            }
        }
    }

    private void add(String name, String part, JsonNode value) {
        figures.put(new Measure(name, part, null), value.decimalValue());
    }
}
