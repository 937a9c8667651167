package io.kehu.reporting.driver;

/** What is known of the ticket that a survey is about, as a figure where {@code ticket t} and what its clocks {@code c} say stand. */
enum Fact {
    FIRST_RESPONSE_HOURS(hours("t.first_responded_at")),
    RESOLUTION_HOURS(hours("t.resolved_at")),
    REOPENED("(t.reopen_count > 0)::integer"),
    /** By any clock; without clocks, as the ticket says. */
    BREACHED("coalesce(c.breached, not t.sla_met)::integer");

    private final String figure;

    Fact(String figure) {
        this.figure = figure;
    }

    /** By their logarithm: an hour more matters to who has waited one, not to who has waited a hundred. */
    private static String hours(String until) {
        return "case when %1$s >= t.opened_at then ln(1 + date_part('epoch', %1$s - t.opened_at) / 3600) end"
                .formatted(until);
    }

    String figure() {
        return figure;
    }
}
