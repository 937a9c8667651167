package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Period;
import io.kehu.reporting.Sql;
import java.util.Map;

/** What surveys can be grouped by. */
public enum SatisfactionGroup {
    NONE("null::text"),
    AGENT("s.agent"),
    TEAM("s.team"),
    TYPE("s.ticket_type"),
    PRIORITY("s.priority"),
    MONTH("to_char(date_trunc('month', moment.at at time zone {zone}), 'YYYY-MM')");

    private final String key;

    SatisfactionGroup(String key) {
        this.key = key;
    }

    /** What to group by where {@code survey s} and its {@code moment} stand. */
    Sql key(Period period) {
        return Sql.of(key, Map.of("zone", period.zone()));
    }
}
