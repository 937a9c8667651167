package io.kehu.platform.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.events.AggregateState;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.personal.SubjectKeys;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** What the event log tells of one aggregate: who changed what, and how it stood at any time. */
@ApplicationScoped
public class History {

    private static final String COLUMNS =
            "select id, version, type, state::text as state, personal, actor, origin, cause, occurred_at, recorded_at, historical from event";

    private final EntityManager entities;
    private final SubjectKeys subjectKeys;

    History(EntityManager entities, SubjectKeys subjectKeys) {
        this.entities = entities;
        this.subjectKeys = subjectKeys;
    }

    /** How an aggregate stood after an event. */
    public record Moment<S extends AggregateState, P>(
            S state, P personal, long version, Instant recordedAt, String actor) {}

    /**
     * The newest changes first, below version {@code before}. The caller must have found the aggregate through its
     * repository, so that its visibility has been judged.
     */
    public HistoryPage of(UUID aggregateId, Long before, int limit) {
        var rows = rows(
                COLUMNS + " where aggregate_id = :id and version < :before order by version desc limit :limit",
                aggregateId,
                before == null ? Long.MAX_VALUE : before,
                limit + 1);
        var documents = documents(aggregateId, rows);
        var items = new ArrayList<HistoryEntry>();
        for (var index = 0; index < Math.min(limit, rows.size()); index++) {
            var previous = index + 1 < rows.size() ? documents.get(index + 1) : null;
            items.add(entry(rows.get(index), documents.get(index), previous));
        }
        var more = rows.size() > limit;
        return new HistoryPage(items, more ? items.getLast().version() : null);
    }

    /** The aggregate as it was recorded at {@code instant}; not found if it did not exist yet. */
    public <S extends AggregateState, P> Moment<S, P> at(
            UUID aggregateId, Instant instant, Class<S> state, Class<P> personal) {
        var found = entities.unwrap(Session.class)
                .createNativeQuery(
                        COLUMNS + " where aggregate_id = :id and recorded_at <= :at order by version desc limit 1",
                        Tuple.class)
                .setParameter("id", aggregateId)
                .setParameter("at", instant)
                .getResultStream()
                .findFirst();
        var row = found.orElseThrow(() -> new NotFound("record", aggregateId));
        var clear = subjectKeys.open(aggregateId, row.get("personal", byte[].class));
        return new Moment<>(
                EventJson.read(row.get("state", String.class), state),
                clear == null ? null : EventJson.read(clear, personal),
                ((Number) row.get("version")).longValue(),
                row.get("recorded_at", Instant.class),
                row.get("actor", String.class));
    }

    /** The personal part of an aggregate after each of its events, as far as its key still opens it. */
    public <P> List<P> personal(UUID aggregateId, Class<P> type) {
        var sealed = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select personal from event where aggregate_id = :id and personal is not null order by version",
                        byte[].class)
                .setParameter("id", aggregateId)
                .getResultList();
        return subjectKeys.open(aggregateId, sealed).stream()
                .filter(Objects::nonNull)
                .map(clear -> EventJson.read(clear, type))
                .toList();
    }

    private List<Tuple> rows(String sql, UUID aggregateId, long before, int limit) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .setParameter("id", aggregateId)
                .setParameter("before", before)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static HistoryEntry entry(Tuple row, Document current, Document previous) {
        var changes = new ArrayList<HistoryEntry.FieldChange>();
        differences(previous == null ? null : previous.state(), current.state(), false, changes);
        differences(
                previous == null ? null : previous.personal(),
                current.personal(),
                !Caller.current().maySeePersonalData(),
                changes);
        return new HistoryEntry(
                row.get("id", UUID.class),
                ((Number) row.get("version")).longValue(),
                row.get("type", String.class),
                row.get("actor", String.class),
                row.get("origin", String.class),
                row.get("cause", String.class),
                row.get("occurred_at", Instant.class),
                row.get("recorded_at", Instant.class),
                row.get("historical", Boolean.class),
                changes);
    }

    private record Document(ObjectNode state, ObjectNode personal) {}

    private List<Document> documents(UUID aggregateId, List<Tuple> rows) {
        var sealed = new ArrayList<byte[]>();
        rows.forEach(row -> sealed.add(row.get("personal", byte[].class)));
        var clear = subjectKeys.open(aggregateId, sealed);
        var documents = new ArrayList<Document>();
        for (var index = 0; index < rows.size(); index++) {
            documents.add(new Document(
                    parse(rows.get(index).get("state", String.class)),
                    clear.get(index) == null ? null : parse(clear.get(index))));
        }
        return documents;
    }

    private static ObjectNode parse(String json) {
        return EventJson.read(json, ObjectNode.class);
    }

    /** A hidden difference is told without its values. */
    private static void differences(
            ObjectNode before, ObjectNode after, boolean hidden, List<HistoryEntry.FieldChange> changes) {
        var names = new TreeSet<String>();
        if (before != null) {
            before.fieldNames().forEachRemaining(names::add);
        }
        if (after != null) {
            after.fieldNames().forEachRemaining(names::add);
        }
        for (var name : names) {
            var from = value(before, name);
            var to = value(after, name);
            if (!from.equals(to)) {
                changes.add(new HistoryEntry.FieldChange(name, hidden ? null : from, hidden ? null : to, hidden));
            }
        }
    }

    private static JsonNode value(ObjectNode document, String name) {
        var value = document == null ? null : document.get(name);
        return value == null ? NullNode.getInstance() : value;
    }
}
