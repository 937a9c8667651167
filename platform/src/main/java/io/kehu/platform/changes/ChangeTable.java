package io.kehu.platform.changes;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.changes.ChangeCursor.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.NativeQuery;

/** The log read by positions, and how records stood before; what is told of it, {@link ChangeFeed} judges. */
@ApplicationScoped
class ChangeTable {

    /** A transaction that is still open has a higher number than this, or none. */
    private static final String HORIZON = "cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;

    ChangeTable(EntityManager entities) {
        this.entities = entities;
    }

    /** @param horizon position below which every transaction has ended */
    record Now(Instant time, long horizon) {}

    /** @param seen whether the caller could see the record by itself as it stood before */
    record Told(UUID id, Place place, boolean seen, UUID customerId) {}

    Now now() {
        var row = query("select now() as time, " + HORIZON + " as horizon").getSingleResult();
        return new Now(row.get("time", Instant.class), number(row, "horizon"));
    }

    /** The next events of a kind, and how each record stood before it; a new or deleted one stood nowhere. */
    List<Told> events(EventFamily family, Place after, long horizon, int most) {
        return query("""
                        select e.aggregate_id as record, e.position, e.id,
                          b.state ->> 'owner' as owner, b.state ->> 'team' as team,
                          cast(b.state -> 'collaborators' as text) as collaborators,
                          cast(b.state ->> 'customerId' as uuid) as customer,
                          coalesce(cast(b.state ->> 'deleted' as boolean), true) as nowhere
                        from event e left join event b on b.aggregate_id = e.aggregate_id and b.version = e.version - 1
                        where e.aggregate_type = :type and (e.position, e.id) > (:position, :id) and e.position < :horizon
                        order by e.position, e.id limit :most""")
                .setParameter("type", family.aggregate())
                .setParameter("position", after.position())
                .setParameter("id", after.id())
                .setParameter("horizon", horizon)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(ChangeTable::told)
                .toList();
    }

    /** The next customer of whom another may see it now, or the one at {@code after} itself; null if there is none. */
    Told standing(Place after, boolean again, long horizon) {
        return query("""
                        select customer_id as record, position, id, owner, team,
                          cast(collaborators as text) as collaborators, cast(null as uuid) as customer, deleted as nowhere
                        from customer_standing_before
                        where (position, id) %s (:position, :id) and position < :horizon
                        order by position, id limit 1""".formatted(again ? ">=" : ">"))
                .setParameter("position", after.position())
                .setParameter("id", after.id())
                .setParameter("horizon", horizon)
                .getResultStream()
                .map(ChangeTable::told)
                .findFirst()
                .orElse(null);
    }

    private static Told told(Tuple row) {
        var nowhere = row.get("nowhere", Boolean.class);
        return new Told(
                row.get("record", UUID.class),
                new Place(number(row, "position"), row.get("id", UUID.class)),
                !nowhere && stoodInSight(row),
                nowhere ? null : row.get("customer", UUID.class));
    }

    /** Also by a share that has ended since: that it has, the caller may not have been told yet. */
    private static boolean stoodInSight(Tuple row) {
        return Visibility.current()
                .allows(
                        row.get("owner", String.class),
                        row.get("team", String.class),
                        collaborators(row.get("collaborators", String.class)).stream()
                                .map(each -> new Collaborator(each.principal(), each.access(), null))
                                .toList());
    }

    private static List<Collaborator> collaborators(String json) {
        return json == null ? List.of() : List.of(EventJson.read(json, Collaborator[].class));
    }

    /** Those of the customers that the caller sees, or could see at or after the position that stands beside each. */
    Set<UUID> seenCustomers(Map<UUID, Long> since) {
        var seen = new HashSet<UUID>();
        if (since.isEmpty()) {
            return seen;
        }
        var rule = Visibility.current().ofRecord("k");
        var sql = "select k.id as record from customer_ownership k where k.id = any(?) and " + rule.sql();
        var parameters = new ArrayList<Object>(List.of((Object) since.keySet().toArray(UUID[]::new)));
        parameters.addAll(rule.parameters());
        var query = query(sql);
        for (var index = 0; index < parameters.size(); index++) {
            query.setParameter(index + 1, parameters.get(index));
        }
        query.getResultStream().forEach(row -> seen.add(row.get("record", UUID.class)));
        query("""
                        select customer_id as record, position, id, owner, team,
                          cast(collaborators as text) as collaborators, cast(null as uuid) as customer, deleted as nowhere
                        from customer_standing_before where customer_id = any(:ids) and position >= :position""")
                .setParameter("ids", since.keySet().toArray(UUID[]::new))
                .setParameter(
                        "position", since.values().stream().min(Long::compare).orElseThrow())
                .getResultStream()
                .map(ChangeTable::told)
                .filter(each -> each.seen() && each.place().position() >= since.get(each.id()))
                .forEach(each -> seen.add(each.id()));
        return seen;
    }

    /** Records of which a share with the caller ended in the time between, the end included. */
    List<UUID> sharesEnded(Instant from, Instant to) {
        return query("""
                        select aggregate_id as record from row_share
                        where principal = any(string_to_array(:principals, chr(10))) and expires_at > :from and expires_at <= :to""")
                .setParameter("principals", Visibility.current().principals())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .map(row -> row.get("record", UUID.class))
                .toList();
    }

    /** Those of {@code ids} that are of this kind, whoever may see them. */
    List<UUID> existing(Class<?> type, Collection<UUID> ids) {
        return query("select id as record from " + table(type) + " where id = any(:ids) and deleted_at is null")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultStream()
                .map(row -> row.get("record", UUID.class))
                .toList();
    }

    /** The next records that hang on a customer, whoever may see them. */
    List<UUID> recordsOf(Class<?> type, UUID customerId, UUID after, int most) {
        return query("select id as record from " + table(type) + " where customer_id = :customer and id > :after"
                        + " and deleted_at is null order by id limit :most")
                .setParameter("customer", customerId)
                .setParameter("after", after == null ? FIRST : after)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> row.get("record", UUID.class))
                .toList();
    }

    private String table(Class<?> type) {
        return entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(type)
                .getMappedTableDetails()
                .getTableName();
    }

    private NativeQuery<Tuple> query(String sql) {
        return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
