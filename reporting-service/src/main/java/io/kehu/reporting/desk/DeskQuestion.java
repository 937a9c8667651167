package io.kehu.reporting.desk;

import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is asked of the service desk.
 *
 * @param at the time that the backlog is asked of, null for now
 */
record DeskQuestion(Period period, TicketParameters tickets, Instant at, DeskGroup groupBy) {

    /** Statuses in which work is still to be done. */
    private static final String OPEN =
            "'NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'REOPENED'";

    private static final String OPEN_NOW = "t.status in (" + OPEN + ")";

    /** As an index has it. */
    private static final String OPEN_THEN = """
            t.id in (select p.ticket_id from ticket_period p
                      where p.starts_at is not null and p.status in (""" + OPEN + """
            ) and tstzrange(p.starts_at, p.ends_at) @> {at})""";

    /** {@code template} with its places filled in; what counts at {@code time} is grouped, and asked of the period, by that. */
    Sql in(String template, String time) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("key", groupBy.key(time, period));
        parts.put("join", groupBy.join());
        parts.put("conditions", tickets.conditions());
        parts.put("time", Sql.of(time));
        parts.put("period", period.holds(time));
        parts.put("open", at == null ? Sql.of(OPEN_NOW) : Sql.of(OPEN_THEN, Map.of("at", at)));
        return Sql.of(template, parts);
    }

    /** The tickets opened in the period. */
    RecordList opened() {
        return period.records(tickets.records(), "openedAt");
    }

    /** The backlog of now; that of another time cannot be listed. */
    RecordList backlog() {
        return tickets.records()
                .where("status=in=(" + OPEN.replace("'", "").replace(" ", "") + ")")
                .unless(at);
    }
}
