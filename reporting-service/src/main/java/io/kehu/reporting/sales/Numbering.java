package io.kehu.reporting.sales;

import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Period;
import io.kehu.reporting.Sql;
import java.util.Map;

/** By which number of {@code closing o} deals are counted, so that only few counts remain to be grouped by the key itself. */
enum Numbering {
    NONE,
    CREDIT,
    TRAIT,
    CUSTOMER,
    /** The key itself, as each customer would be a number of its own. */
    KEY,
    DAY;

    static Numbering of(GroupBy groupBy) {
        return switch (groupBy) {
            case NONE -> NONE;
            case OWNER, TEAM, REGION, PIPELINE -> CREDIT;
            case PRODUCT, SOURCE, CAMPAIGN -> TRAIT;
            case CUSTOMER -> CUSTOMER;
            case CUSTOMER_TYPE, LIFECYCLE, INDUSTRY, PROVINCE, CITY, LEVEL, SIZE -> KEY;
            case MONTH, QUARTER, YEAR -> DAY;
        };
    }

    boolean balancedByMonths() {
        return this == NONE || this == CREDIT || this == DAY;
    }

    boolean balancedByYears() {
        return this == NONE || this == CREDIT;
    }

    Sql number(GroupBy groupBy, Period period) {
        return switch (this) {
            case NONE -> Sql.of("null::integer");
            case CREDIT -> Sql.of("o.credit_id");
            case TRAIT -> Sql.of("o.trait_id");
            case CUSTOMER -> Sql.of("o.customer_id");
            case KEY -> groupBy.key(period);
            case DAY ->
                period.ofStoredDays()
                        ? Sql.of("o.closed_on")
                        : Sql.of("(o.closed_at at time zone {zone})::date", Map.of("zone", period.zone()));
        };
    }

    /** What the key of a group is told from, found by {@code n.number}. */
    Sql named(GroupBy groupBy, Period period) {
        return switch (this) {
            case NONE -> Sql.of("");
            case CREDIT -> Sql.of("join credit o on o.id = n.number");
            case TRAIT -> Sql.of("join trait o on o.id = n.number");
            case CUSTOMER -> Sql.of("cross join lateral (select n.number) o (customer_id)");
            case KEY ->
                Sql.of("cross join lateral (select n.number) "
                        + groupBy.key(period).text().replaceFirst("\\.(\\w+)", " ($1)"));
            case DAY -> Sql.of("cross join lateral (select n.number) o (closed_on)");
        };
    }
}
