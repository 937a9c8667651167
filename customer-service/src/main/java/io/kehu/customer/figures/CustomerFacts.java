package io.kehu.customer.figures;

import io.kehu.events.ActivityState;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.OpportunityState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Keeps what other contexts told of each customer, one row per record of theirs, and sums it up into the customer's figures. */
@ApplicationScoped
class CustomerFacts {

    private static final Set<String> SIGNED = Set.of("SIGNED", "IN_PROGRESS", "COMPLETED", "TERMINATED", "EXPIRED");

    private static final String BEFORE =
            "select customer_id from customer_fact where id = any(?) and customer_id is not null";

    private static final String UPSERT = """
            insert into customer_fact as f (id, kind, version, customer_id, happened_at, method, counts)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, customer_id = excluded.customer_id,
              happened_at = excluded.happened_at, method = excluded.method, counts = excluded.counts
            where f.version < excluded.version""";

    private static final String SUM = """
            insert into customer_figures as f
              (customer_id, last_follow_up_at, last_follow_up_method, first_deal_at, last_deal_at, open_opportunities)
            select told.id, follow_up.happened_at, follow_up.method, deal.first_at, deal.last_at, coalesce(opportunity.open, 0)
            from unnest(?) as told(id)
            left join lateral (
              select happened_at, method from customer_fact a
              where a.customer_id = told.id and a.kind = 'activity' and a.counts
              order by happened_at desc limit 1) follow_up on true
            left join lateral (
              select min(happened_at) as first_at, max(happened_at) as last_at from customer_fact c
              where c.customer_id = told.id and c.kind = 'contract' and c.counts) deal on true
            left join lateral (
              select count(*) as open from customer_fact o
              where o.customer_id = told.id and o.kind = 'opportunity' and o.counts) opportunity on true
            order by told.id
            on conflict (customer_id) do update set last_follow_up_at = excluded.last_follow_up_at,
              last_follow_up_method = excluded.last_follow_up_method, first_deal_at = excluded.first_deal_at,
              last_deal_at = excluded.last_deal_at, open_opportunities = excluded.open_opportunities""";

    private final EntityManager entities;
    private final ZoneId zone;

    CustomerFacts(
            EntityManager entities,
            @ConfigProperty(name = "kehu.numbers.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.entities = entities;
        this.zone = zone;
    }

    private record Fact(
            UUID id, String kind, long version, UUID customerId, Instant happenedAt, String method, boolean counts) {}

    void learn(List<Event> events) {
        var facts = new TreeMap<UUID, Fact>();
        for (var event : events) {
            var fact = fact(event);
            if (fact != null) {
                facts.merge(fact.id(), fact, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        if (!facts.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> write(connection, facts));
        }
    }

    private Fact fact(Event event) {
        var version = event.metadata().version();
        return switch (event.state()) {
            case ActivityState activity ->
                new Fact(
                        activity.id(),
                        "activity",
                        version,
                        activity.customerId(),
                        activity.happenedAt(),
                        activity.type(),
                        !activity.deleted() && activity.happenedAt() != null);
            case OpportunityState opportunity ->
                new Fact(
                        opportunity.id(),
                        "opportunity",
                        version,
                        opportunity.customerId(),
                        opportunity.openedAt(),
                        null,
                        !opportunity.deleted()
                                && opportunity.stage() != null
                                && opportunity.stage().kind().equals("OPEN"));
            case ContractState contract ->
                new Fact(
                        contract.id(),
                        "contract",
                        version,
                        contract.customerId(),
                        contract.signedOn() == null
                                ? null
                                : contract.signedOn().atStartOfDay(zone).toInstant(),
                        null,
                        !contract.deleted() && contract.signedOn() != null && SIGNED.contains(contract.status()));
            default -> null;
        };
    }

    private static void write(Connection connection, Map<UUID, Fact> facts) throws SQLException {
        var customers = new TreeSet<UUID>();
        try (var before = connection.prepareStatement(BEFORE)) {
            before.setArray(1, uuids(connection, facts.keySet()));
            try (var rows = before.executeQuery()) {
                while (rows.next()) {
                    customers.add(rows.getObject(1, UUID.class));
                }
            }
        }
        try (var upsert = connection.prepareStatement(UPSERT)) {
            for (var fact : facts.values()) {
                upsert.setObject(1, fact.id());
                upsert.setString(2, fact.kind());
                upsert.setLong(3, fact.version());
                upsert.setObject(4, fact.customerId());
                upsert.setObject(
                        5, fact.happenedAt() == null ? null : fact.happenedAt().atOffset(ZoneOffset.UTC));
                upsert.setString(6, fact.method());
                upsert.setBoolean(7, fact.counts());
                upsert.addBatch();
                if (fact.customerId() != null) {
                    customers.add(fact.customerId());
                }
            }
            upsert.executeBatch();
        }
        try (var sum = connection.prepareStatement(SUM)) {
            sum.setArray(1, uuids(connection, customers));
            sum.executeUpdate();
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
