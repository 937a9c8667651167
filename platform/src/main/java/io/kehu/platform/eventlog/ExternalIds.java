package io.kehu.platform.eventlog;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The keys that records have in other systems: each pair belongs to one record of its kind. */
@ApplicationScoped
public class ExternalIds {

    /** The source under which a record's own id stands where it has no key in another system. */
    public static final String OWN_SOURCE = "kehu";

    private final EntityManager entities;

    ExternalIds(EntityManager entities) {
        this.entities = entities;
    }

    /** The key by which a file names a record: its first, or its own id, which {@link #find} understands. */
    public static ExternalId keyOf(Aggregate<?> record) {
        return record.externalIds().isEmpty()
                ? new ExternalId(OWN_SOURCE, record.id().toString())
                : record.externalIds().getFirst();
    }

    /** How a row of {@code record} names {@code other}: by its key of the same source; null if it has none. */
    public static String keyBeside(Aggregate<?> record, Aggregate<?> other) {
        var source = keyOf(record).source();
        return source.equals(OWN_SOURCE)
                ? other.id().toString()
                : other.externalIds().stream()
                        .filter(pair -> pair.source().equals(source))
                        .map(ExternalId::externalId)
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<UUID> ownId(ExternalId pair) {
        try {
            return pair.source().equals(OWN_SOURCE)
                    ? Optional.of(UUID.fromString(pair.externalId()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes all its pairs from a record, so that others can have them. */
    public void unlink(Aggregate<?> aggregate) {
        entities.createNativeQuery("delete from external_id where aggregate_id = :id")
                .setParameter("id", aggregate.id())
                .executeUpdate();
        aggregate.removeExternalIds(aggregate.externalIds());
    }

    /** Gives {@code aggregate} the pair, unless it has it; 409 {@code external-id.taken} if another record does. */
    public void link(EventFamily family, Aggregate<?> aggregate, ExternalId externalId) {
        link(family, Map.of(externalId, aggregate));
    }

    /** The same for many records in one round trip. */
    public void link(EventFamily family, Map<ExternalId, Aggregate<?>> links) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(
                    "insert into external_id (aggregate_type, source, external_id, aggregate_id) values (?, ?, ?, ?)"
                            + " on conflict do nothing")) {
                for (var link : links.entrySet()) {
                    statement.setString(1, family.aggregate());
                    statement.setString(2, link.getKey().source());
                    statement.setString(3, link.getKey().externalId());
                    statement.setObject(4, link.getValue().id());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
        var owners = find(family, links.keySet());
        links.forEach((pair, aggregate) -> {
            if (!aggregate.id().equals(owners.get(pair))) {
                throw new Conflict("external-id.taken", pair.source(), pair.externalId());
            }
            if (!aggregate.externalIds().contains(pair)) {
                aggregate.addExternalId(pair);
            }
        });
    }

    /** Takes pairs from {@code aggregate}, for another record to {@link #take} them in the same transaction. */
    public void release(Aggregate<?> aggregate, Collection<ExternalId> pairs) {
        aggregate.removeExternalIds(pairs);
    }

    /** Gives {@code aggregate} pairs that another record has released. */
    public void take(EventFamily family, Aggregate<?> aggregate, Collection<ExternalId> pairs) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("update external_id set aggregate_id = ?"
                    + " where aggregate_type = ? and source = ? and external_id = ?")) {
                for (var pair : pairs) {
                    statement.setObject(1, aggregate.id());
                    statement.setString(2, family.aggregate());
                    statement.setString(3, pair.source());
                    statement.setString(4, pair.externalId());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
        pairs.forEach(aggregate::addExternalId);
    }

    /** Ids of the records that have these pairs, whoever may see them; pairs that nobody has are left out, and a record's own id need not exist. */
    public Map<ExternalId, UUID> find(EventFamily family, Collection<ExternalId> pairs) {
        var found = new HashMap<ExternalId, UUID>();
        if (pairs.isEmpty()) {
            return found;
        }
        pairs.forEach(pair -> ownId(pair).ifPresent(id -> found.put(pair, id)));
        var ordered = pairs.stream().filter(pair -> !found.containsKey(pair)).toList();
        if (ordered.isEmpty()) {
            return found;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("select w.source, w.external_id, e.aggregate_id"
                    + " from unnest(?, ?) as w(source, external_id) cross join lateral (select aggregate_id"
                    + " from external_id where source = w.source and external_id = w.external_id"
                    + " and aggregate_type = ? limit 1) e")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", ordered.stream().map(ExternalId::source).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                ordered.stream().map(ExternalId::externalId).toArray()));
                statement.setString(3, family.aggregate());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(new ExternalId(rows.getString(1), rows.getString(2)), rows.getObject(3, UUID.class));
                    }
                }
            }
        });
        return found;
    }
}
