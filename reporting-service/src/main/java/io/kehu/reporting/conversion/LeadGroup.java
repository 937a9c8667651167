package io.kehu.reporting.conversion;

import io.kehu.reporting.Naming;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import java.util.Map;

/** What leads can be grouped by. */
enum LeadGroup {
    NONE("null::text", null),
    SOURCE("l.source", "source"),
    CAMPAIGN("l.campaign_id", "campaignId"),
    OWNER("l.owner", "owner"),
    TEAM("l.team", "team"),
    INDUSTRY("l.industry", "industry"),
    REGION("l.region", "region"),
    FORM("l.form", "form"),
    MONTH("to_char(l.created_at at time zone {zone}, 'YYYY-MM')", null),
    QUARTER("to_char((l.created_at at time zone {zone}) - make_interval(months => {late}), 'YYYY\"-Q\"Q')", null),
    YEAR("to_char((l.created_at at time zone {zone}) - make_interval(months => {late}), 'YYYY')", null);

    private final String key;
    private final String field;

    LeadGroup(String key, String field) {
        this.key = key;
        this.field = field;
    }

    /** What to group {@code lead l} by. */
    Sql key(Period period) {
        return Sql.of(key, Map.of("zone", period.zone(), "late", period.monthsLate()));
    }

    Naming naming() {
        return switch (this) {
            case INDUSTRY -> Naming.INDUSTRY;
            case REGION -> Naming.REGION;
            case NONE, SOURCE, CAMPAIGN, OWNER, TEAM, FORM, MONTH, QUARTER, YEAR -> Naming.KEY;
        };
    }

    boolean temporal() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    /** The leads of one group. */
    RecordList records(RecordList leads, String group) {
        return field == null ? leads.beyond() : leads.keyed(field, group);
    }
}
