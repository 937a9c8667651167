package io.kehu.reporting.reconciliation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Reads what owners answer at {@code /v1/…/totals}; each counts what matters of its records, so each is read its own way. */
final class SourceTotals {

    private final Map<Measure, BigDecimal> figures = new TreeMap<>();

    private SourceTotals() {}

    static Map<Measure, BigDecimal> of(Source source, JsonNode answer) {
        var totals = new SourceTotals();
        switch (source) {
            case CUSTOMERS, CONTACTS, ACTIVITIES, PRODUCTS -> totals.add("count", null, answer.path("count"));
            case OPPORTUNITIES ->
                answer.path("byKind").properties().forEach(kind -> totals.addGroup(kind.getKey(), kind.getValue()));
            case TICKETS ->
                answer.path("byStatus")
                        .properties()
                        .forEach(status -> totals.add("count", status.getKey(), status.getValue()));
            case SURVEYS -> {
                totals.add("sent", null, answer.path("sent"));
                totals.add("answered", null, answer.path("answered"));
                totals.add("scoreSum", null, answer.path("scoreSum"));
            }
            case CONTRACTS ->
                answer.path("items")
                        .forEach(item -> totals.addGroup(item.path("status").asText(), item));
        }
        return totals.figures;
    }

    private void addGroup(String part, JsonNode group) {
        add("count", part, group.path("count"));
        for (var money : group.path("amounts")) {
            figures.put(
                    new Measure("amount", part, money.path("currency").asText()),
                    new BigDecimal(money.path("amount").asText()));
        }
    }

    private void add(String name, String part, JsonNode value) {
        figures.put(new Measure(name, part, null), value.decimalValue());
    }
}
