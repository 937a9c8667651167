package io.kehu.platform.reference;

import io.kehu.events.Collaborator;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.EventJson;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.RowShares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What this service knows of other services' records: kept from their events, current state only. */
@ApplicationScoped
public class KnownRecords {

    private static final String UPSERT = """
            insert into known_record as k
              (type, id, version, number, name, owner, team, customer_id, collaborators, deleted, merged_into)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (type, id) do update set version = excluded.version, number = excluded.number, name = excluded.name,
              owner = excluded.owner, team = excluded.team, customer_id = excluded.customer_id,
              collaborators = excluded.collaborators, deleted = excluded.deleted, merged_into = excluded.merged_into
            where k.version < excluded.version""";

    /** How customers stand so far whose standing is about to change. */
    private static final String STANDING = """
            insert into known_standing (customer_id, owner, team, collaborators, deleted)
            select id, owner, team, collaborators, deleted from known_record
            where type = 'customer' and id = ? and version < ?
              and (owner, team, collaborators, deleted) is distinct from (?, ?, ?::jsonb, ?)""";

    /** Of the records whose known state is the one that was just told. */
    private static final String CURRENT = """
            select k.id from known_record k join unnest(?, ?) as told(id, version) using (id, version)""";

    private static final String UPSERT_EXTERNAL_ID = """
            insert into known_external_id (type, source, external_id, id) values (?, ?, ?, ?)
            on conflict (type, source, external_id) do update set id = excluded.id""";

    private final EntityManager entities;

    KnownRecords(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes over the states that {@code events} tell, unless newer ones are known. */
    public void learn(Collection<Event> events) {
        var newest = newest(events);
        entities.unwrap(Session.class).doWork(connection -> {
            keepStandings(connection, newest);
            learnRecords(connection, newest);
            learnShares(connection, newest);
            learnExternalIds(connection, newest);
            MergesToFollow.learn(connection, events);
        });
    }

    /** One event per record and in the order of ids, so that a batch touches no row twice and no two replicas deadlock. */
    private static Collection<Event> newest(Collection<Event> events) {
        var newest = new TreeMap<UUID, Event>();
        for (var event : events) {
            newest.merge(
                    event.state().id(),
                    event,
                    (one, other) -> one.metadata().version() > other.metadata().version() ? one : other);
        }
        return newest.values();
    }

    private static void keepStandings(Connection connection, Collection<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(STANDING)) {
            for (var event : events) {
                if (event.state() instanceof CustomerState customer) {
                    statement.setObject(1, customer.id());
                    statement.setLong(2, event.metadata().version());
                    statement.setString(3, customer.owner());
                    statement.setString(4, customer.team());
                    statement.setString(5, EventJson.write(collaborators(event)));
                    statement.setBoolean(6, customer.deleted());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void learnRecords(Connection connection, Collection<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT)) {
            for (var event : events) {
                var state = event.state();
                statement.setString(1, type(event));
                statement.setObject(2, state.id());
                statement.setLong(3, event.metadata().version());
                statement.setString(4, state.number());
                statement.setString(5, state.name());
                statement.setString(6, state.owner());
                statement.setString(7, state.team());
                statement.setObject(8, state.customerId());
                statement.setString(9, EventJson.write(collaborators(event)));
                statement.setBoolean(10, state.deleted());
                statement.setObject(11, state.mergedInto());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Collaborator> collaborators(String json) {
        return List.of(EventJson.read(json, Collaborator[].class));
    }

    private static List<Collaborator> collaborators(Event event) {
        return Objects.requireNonNullElse(event.state().collaborators(), List.of());
    }

    private static void learnShares(Connection connection, Collection<Event> events) throws SQLException {
        var told = new HashMap<UUID, List<Collaborator>>();
        events.forEach(event -> told.put(event.state().id(), collaborators(event)));
        try (var statement = connection.prepareStatement(CURRENT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            events.stream().map(event -> event.state().id()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            events.stream()
                                    .map(event -> event.metadata().version())
                                    .toArray()));
            var current = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    current.add(rows.getObject(1, UUID.class));
                }
            }
            told.keySet().retainAll(current);
        }
        RowShares.replace(connection, told);
    }

    private static void learnExternalIds(Connection connection, Collection<Event> events) throws SQLException {
        var owners = new TreeMap<ExternalIdOf, UUID>(ExternalIdOf.ORDER);
        for (var event : events) {
            for (var pair : event.state().externalIds()) {
                owners.put(new ExternalIdOf(type(event), pair), event.state().id());
            }
        }
        try (var statement = connection.prepareStatement(UPSERT_EXTERNAL_ID)) {
            for (var owner : owners.entrySet()) {
                statement.setString(1, owner.getKey().type());
                statement.setString(2, owner.getKey().pair().source());
                statement.setString(3, owner.getKey().pair().externalId());
                statement.setObject(4, owner.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private record ExternalIdOf(String type, ExternalId pair) {
        static final Comparator<ExternalIdOf> ORDER = Comparator.comparing(ExternalIdOf::type)
                .thenComparing(of -> of.pair().source())
                .thenComparing(of -> of.pair().externalId());
    }

    private static String type(Event event) {
        return EventFamily.ofType(event.metadata().type()).aggregate();
    }

    /** A record of another service, if it has been heard of. */
    public Optional<KnownRecord> find(EventFamily family, UUID id) {
        return Optional.ofNullable(find(family, List.of(id)).get(id));
    }

    /** The record that stands for {@code id} now: itself, or what it has been merged into. */
    public UUID standingFor(EventFamily family, UUID id) {
        var standing = id;
        for (var hops = 0; standing != null && hops < KnownRecord.MOST_MERGES; hops++) {
            var survivor = find(family, standing).map(KnownRecord::mergedInto);
            if (survivor.isEmpty()) {
                return standing;
            }
            standing = survivor.get();
        }
        return standing;
    }

    public Map<UUID, KnownRecord> find(EventFamily family, Collection<UUID> ids) {
        var found = new HashMap<UUID, KnownRecord>();
        if (ids.isEmpty()) {
            return found;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(
                    "select id, number, name, owner, team, customer_id, collaborators, deleted, merged_into"
                            + " from known_record"
                            + " where type = ? and id = any(?)")) {
                statement.setString(1, family.aggregate());
                statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var id = rows.getObject(1, UUID.class);
                        found.put(
                                id,
                                new KnownRecord(
                                        id,
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getString(5),
                                        rows.getObject(6, UUID.class),
                                        collaborators(rows.getString(7)),
                                        rows.getBoolean(8),
                                        rows.getObject(9, UUID.class)));
                    }
                }
            }
        });
        return found;
    }

    /** The records that have these numbers and are not deleted, by the number, as far as they have been heard of. */
    public Map<String, KnownRecord> findByNumber(EventFamily family, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var ids = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id from known_record where type = :type and number in (:numbers) and not deleted",
                        UUID.class)
                .setParameter("type", family.aggregate())
                .setParameterList("numbers", numbers)
                .getResultList();
        return find(family, ids).values().stream().collect(Collectors.toMap(KnownRecord::number, Function.identity()));
    }

    /** Ids of the records that have these keys in other systems, as far as they have been heard of. */
    public Map<ExternalId, UUID> findByExternalId(EventFamily family, Collection<ExternalId> pairs) {
        var found = new HashMap<ExternalId, UUID>();
        if (pairs.isEmpty()) {
            return found;
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(
                    "select k.source, k.external_id, k.id from known_external_id k"
                            + " join unnest(?, ?) as wanted(source, external_id) using (source, external_id) where k.type = ?")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", pairs.stream().map(ExternalId::source).toArray()));
                statement.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                pairs.stream().map(ExternalId::externalId).toArray()));
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
