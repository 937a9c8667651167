package io.kehu.servicedesk.reference;

import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Of which level customers are: what they are promised may depend on it. */
@ApplicationScoped
public class CustomerLevels {

    private static final String UPSERT = """
            insert into known_customer_level as k (customer_id, version, level) values (?, ?, ?)
            on conflict (customer_id) do update set version = excluded.version, level = excluded.level
            where k.version < excluded.version""";

    private final EntityManager entities;

    CustomerLevels(EntityManager entities) {
        this.entities = entities;
    }

    void learn(Collection<Event> events) {
        var newest = new TreeMap<UUID, Event>();
        for (var event : events) {
            if (event.state() instanceof CustomerState customer) {
                newest.merge(
                        customer.id(),
                        event,
                        (one, other) ->
                                one.metadata().version() > other.metadata().version() ? one : other);
            }
        }
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(UPSERT)) {
                for (var event : newest.values()) {
                    var customer = (CustomerState) event.state();
                    statement.setObject(1, customer.id());
                    statement.setLong(2, event.metadata().version());
                    statement.setString(3, customer.level());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** Empty for a customer without a level, or of whom nothing has been heard yet. */
    public Optional<String> of(UUID customerId) {
        return customerId == null
                ? Optional.empty()
                : Optional.ofNullable(entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select level from known_customer_level where customer_id = :id", String.class)
                        .setParameter("id", customerId)
                        .getSingleResultOrNull());
    }
}
