package io.kehu.activity.timeline;

import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps what other services tell: of each record the newest state, and each fact once, whenever it arrives. So events that
 * come twice change nothing, and late ones add what they tell without taking a newer owner back.
 */
@ApplicationScoped
class TimelineStore {

    private static final String UPSERT_RECORD = """
            insert into timeline_record as r
              (id, type, version, number, name, kind, owner, team, customer_id, opportunity_id, deleted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, number = excluded.number, name = excluded.name,
              kind = excluded.kind, owner = excluded.owner, team = excluded.team, customer_id = excluded.customer_id,
              opportunity_id = excluded.opportunity_id, deleted = excluded.deleted
            where r.version < excluded.version""";

    private static final String INSERT_ITEM = """
            insert into timeline_item (event_id, position, record_id, type, occurred_at, actor, from_code, to_code)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final EntityManager entities;

    TimelineStore(EntityManager entities) {
        this.entities = entities;
    }

    void take(List<Event> events) {
        entities.unwrap(Session.class).doWork(connection -> {
            takeStates(connection, events);
            takeFacts(connection, events);
        });
    }

    private static void takeStates(Connection connection, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT_RECORD)) {
            for (var event : newest(events)) {
                var place = TimelineRecord.of(event.state());
                if (place.isEmpty()) {
                    continue;
                }
                var state = event.state();
                statement.setObject(1, state.id());
                statement.setString(2, EventFamily.of(event.data()).aggregate());
                statement.setLong(3, event.metadata().version());
                statement.setString(4, state.number());
                statement.setString(5, state.name());
                statement.setString(6, place.get().kind());
                statement.setString(7, state.owner());
                statement.setString(8, state.team());
                statement.setObject(9, place.get().customerId());
                statement.setObject(10, place.get().opportunityId());
                statement.setBoolean(11, state.deleted());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** One event per record, because one statement cannot touch a row twice. */
    private static Collection<Event> newest(List<Event> events) {
        var newest = new LinkedHashMap<UUID, Event>();
        for (var event : events) {
            newest.merge(
                    event.metadata().aggregateId(),
                    event,
                    (one, other) -> one.metadata().version() > other.metadata().version() ? one : other);
        }
        return newest.values();
    }

    private static void takeFacts(Connection connection, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT_ITEM)) {
            for (var event : events) {
                var facts = TimelineFacts.of(event);
                for (var position = 0; position < facts.size(); position++) {
                    var fact = facts.get(position);
                    statement.setObject(1, event.metadata().id());
                    statement.setInt(2, position);
                    statement.setObject(3, event.metadata().aggregateId());
                    statement.setString(4, fact.type());
                    statement.setObject(5, fact.occurredAt().atOffset(ZoneOffset.UTC));
                    statement.setString(6, event.metadata().actor());
                    statement.setString(7, fact.from());
                    statement.setString(8, fact.to());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
