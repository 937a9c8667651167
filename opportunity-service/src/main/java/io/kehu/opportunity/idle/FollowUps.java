package io.kehu.opportunity.idle;

import io.kehu.events.ActivityState;
import io.kehu.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** The activities of deals, one row each, and the last one of each deal. */
@ApplicationScoped
class FollowUps {

    private static final String OF_BEFORE =
            "select opportunity_id from opportunity_follow_up where activity_id = any(?) and opportunity_id is not null";

    /** An activity that never was about a deal is not kept. */
    private static final String KEEP = """
            insert into opportunity_follow_up as f (activity_id, version, opportunity_id, happened_at, counts)
            select told.* from (values (?, ?, ?::uuid, ?::timestamptz, ?)) as told (id, version, deal, happened_at, counts)
            where told.deal is not null or exists (select from opportunity_follow_up k where k.activity_id = told.id)
            on conflict (activity_id) do update
            set version = excluded.version, opportunity_id = excluded.opportunity_id,
                happened_at = excluded.happened_at, counts = excluded.counts
            where f.version < excluded.version""";

    /** Before they are summed up, so that who comes second sees what the first has written. */
    private static final String LOCK = "select id from opportunity where id = any(?) order by id for no key update";

    private static final String SUM = """
            update opportunity o set last_follow_up_at = told.last
            from (select deal.id,
                         (select max(f.happened_at) from opportunity_follow_up f
                          where f.opportunity_id = deal.id and f.counts) as last
                  from unnest(?) as deal(id)) told
            where o.id = told.id and o.last_follow_up_at is distinct from told.last""";

    private final EntityManager entities;

    FollowUps(EntityManager entities) {
        this.entities = entities;
    }

    void learn(List<Event> events) {
        var newest = new TreeMap<UUID, Event>();
        for (var event : events) {
            if (event.state() instanceof ActivityState activity) {
                newest.merge(
                        activity.id(),
                        event,
                        (one, other) ->
                                one.metadata().version() > other.metadata().version() ? one : other);
            }
        }
        if (!newest.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> write(connection, newest));
        }
    }

    private static void write(Connection connection, Map<UUID, Event> events) throws SQLException {
        var deals = dealsBefore(connection, events.keySet());
        try (var keep = connection.prepareStatement(KEEP)) {
            for (var event : events.values()) {
                var activity = (ActivityState) event.state();
                keep.setObject(1, activity.id());
                keep.setLong(2, event.metadata().version());
                keep.setObject(3, activity.opportunityId());
                keep.setObject(4, activity.happenedAt().atOffset(ZoneOffset.UTC));
                keep.setBoolean(5, !activity.deleted());
                keep.addBatch();
                if (activity.opportunityId() != null) {
                    deals.add(activity.opportunityId());
                }
            }
            keep.executeBatch();
        }
        var ids = connection.createArrayOf("uuid", deals.toArray());
        for (var step : List.of(LOCK, SUM)) {
            try (var statement = connection.prepareStatement(step)) {
                statement.setArray(1, ids);
                statement.execute();
            }
        }
    }

    private static TreeSet<UUID> dealsBefore(Connection connection, Collection<UUID> activities) throws SQLException {
        var deals = new TreeSet<UUID>();
        try (var statement = connection.prepareStatement(OF_BEFORE)) {
            statement.setArray(1, connection.createArrayOf("uuid", activities.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    deals.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return deals;
    }
}
