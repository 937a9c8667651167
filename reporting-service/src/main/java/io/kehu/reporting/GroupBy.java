package io.kehu.reporting;

import java.util.Map;
import java.util.Optional;

/** What closed deals can be grouped by. */
public enum GroupBy {
    NONE("null::text"),
    OWNER("o.credit_owner"),
    TEAM("o.credit_team"),
    /** The first step of the team's path: {@code /central/dustin-brinkmann} belongs to {@code /central}. */
    REGION("'/' || split_part(o.credit_team, '/', 2)"),
    PRODUCT("o.product_id"),
    INDUSTRY("c.industry"),
    CUSTOMER("o.customer_id"),
    SOURCE("o.source"),
    MONTH("date_trunc('month', o.closed_at at time zone {zone})"),
    QUARTER("date_trunc('quarter', o.closed_at at time zone {zone})");

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    /** What to group {@code opportunity o} by. */
    public Sql key(Period period) {
        return Sql.of(key, Map.of("zone", period.zone()));
    }

    /** What has to stand after {@code opportunity o} for that. */
    public Sql join() {
        return Sql.of(this == INDUSTRY ? "left join customer c on c.id = o.customer_id" : "");
    }

    public boolean temporal() {
        return this == MONTH || this == QUARTER;
    }

    /** The key as callers get it, for instance {@code 2026-03} or {@code 2026-Q1}. */
    public String tell(String key) {
        return switch (this) {
            case MONTH -> key == null ? null : key.substring(0, 7);
            case QUARTER ->
                key == null ? null : key.substring(0, 4) + "-Q" + (Integer.parseInt(key.substring(5, 7)) + 2) / 3;
            case NONE, OWNER, TEAM, REGION, PRODUCT, INDUSTRY, CUSTOMER, SOURCE -> key;
        };
    }

    /** The table that knows the names of what the key identifies. */
    public Optional<String> dimension() {
        return switch (this) {
            case PRODUCT -> Optional.of("product");
            case CUSTOMER -> Optional.of("customer");
            case NONE, OWNER, TEAM, REGION, INDUSTRY, SOURCE, MONTH, QUARTER -> Optional.empty();
        };
    }
}
