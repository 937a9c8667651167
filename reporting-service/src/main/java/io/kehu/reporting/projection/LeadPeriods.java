package io.kehu.reporting.projection;

import io.kehu.events.Event;
import io.kehu.events.LeadState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the facts of leads' history. Each state tells since when the lead has stood where, whatever the event was, so the
 * same fact may be told often and is kept once; whatever follows is worked out anew from all facts of the lead.
 */
final class LeadPeriods {

    /** The steps of a lead on its way to a deal; what is not among them is off the way. */
    private static final List<String> STEPS = List.of("NEW", "ASSIGNED", "CONTACTED", "QUALIFIED", "CONVERTED");

    private static final String KEEP = """
            insert into lead_period as known (lead_id, status, starts_at, step, version) values (?, ?, ?, ?, ?)
            on conflict (lead_id, starts_at, status) do update set
              version = least(known.version, excluded.version), step = excluded.step
            where known.version > excluded.version or known.step <> excluded.step""";

    private static final String KEEP_TENURE = """
            insert into lead_tenure (lead_id, version, starts_at, owner, team) values (?, ?, ?, ?, ?)
            on conflict (lead_id, version) do update set
              starts_at = excluded.starts_at, owner = excluded.owner, team = excluded.team""";

    private static final String DERIVE_PERIODS = """
            with ordered as (
              select p.*,
                     lead(starts_at) over (partition by lead_id order by starts_at, version) as left_at,
                     row_number() over (partition by lead_id, status order by starts_at, version) = 1 as entry,
                     max(step) over (partition by lead_id) > step as further
                from lead_period p
               where lead_id = any (?)),
            derived as (
              select lead_id, status, starts_at, left_at, entry, further,
                     case when bool_and(left_at is not null) over stay
                       then (sum(extract(epoch from left_at - starts_at)) over stay / 86400)::double precision
                     end as spent
                from ordered
              window stay as (partition by lead_id, status))
            update lead_period p
               set ends_at = d.left_at, first = d.entry, advanced = d.further, days = d.spent
              from derived d
             where (p.lead_id, p.status, p.starts_at) = (d.lead_id, d.status, d.starts_at)
               and (p.ends_at, p.first, p.advanced, p.days) is distinct from (d.left_at, d.entry, d.further, d.spent)""";

    private static final String DERIVE_LEADS = """
            with derived as (
              select lead_id, min(starts_at) as created_at from lead_period where lead_id = any (?) group by lead_id)
            update lead l set created_at = d.created_at
              from derived d
             where l.id = d.lead_id and l.created_at is distinct from d.created_at""";

    private LeadPeriods() {}

    private record Fact(UUID lead, String status, Instant startsAt) {}

    /** @param leads whose rows the caller has locked by keeping their states first */
    static void keep(Connection connection, Collection<UUID> leads, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            for (var fact : facts(events).entrySet()) {
                statement.setObject(1, fact.getKey().lead());
                statement.setString(2, fact.getKey().status());
                StateTable.set(statement, 3, fact.getKey().startsAt());
                statement.setInt(4, STEPS.indexOf(fact.getKey().status()) + 1);
                statement.setLong(5, fact.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        keepTenures(connection, events);
        for (var derive : List.of(DERIVE_PERIODS, DERIVE_LEADS)) {
            try (var statement = connection.prepareStatement(derive)) {
                statement.setArray(1, connection.createArrayOf("uuid", leads.toArray()));
                statement.executeUpdate();
            }
        }
    }

    /** One batch may hold the same event twice. */
    private static void keepTenures(Connection connection, List<Event> events) throws SQLException {
        var told = new HashSet<UUID>();
        try (var statement = connection.prepareStatement(KEEP_TENURE)) {
            for (var event : events) {
                if (event.state() instanceof LeadState state
                        && told.add(event.metadata().id())) {
                    statement.setObject(1, state.id());
                    statement.setLong(2, event.metadata().version());
                    StateTable.set(statement, 3, event.metadata().occurredAt());
                    statement.setString(4, state.owner());
                    statement.setString(5, state.team());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** Each once, with the first version of the lead that tells it. */
    private static Map<Fact, Long> facts(List<Event> events) {
        var facts = new LinkedHashMap<Fact, Long>();
        for (var event : events) {
            if (event.state() instanceof LeadState state && state.statusSince() != null) {
                var fact = new Fact(state.id(), state.status(), state.statusSince());
                facts.merge(fact, event.metadata().version(), Math::min);
            }
        }
        return facts;
    }
}
