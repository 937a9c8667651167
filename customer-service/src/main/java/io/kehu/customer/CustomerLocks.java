package io.kehu.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.Session;

/** Makes what hangs a record on a customer and what takes the customer away come one after the other, until the transaction ends. */
@ApplicationScoped
public class CustomerLocks {

    private final EntityManager entities;

    CustomerLocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps a customer from being deleted or merged; answers what it has been merged into by now, or else itself. */
    UUID hold(UUID id) {
        return standing(id, "key share");
    }

    /** The same for changing it. */
    UUID take(UUID id) {
        return standing(id, "update");
    }

    private UUID standing(UUID id, String strength) {
        var standing = id;
        for (var hops = 0; hops < CustomerRepository.MOST_MERGES; hops++) {
            var next = entities.unwrap(Session.class)
                    .createNativeQuery("select merged_into from customer where id = :id for " + strength, UUID.class)
                    .setParameter("id", standing)
                    .getSingleResultOrNull();
            if (next == null) {
                break;
            }
            standing = next;
        }
        return standing;
    }

    /** Keeps customers from being deleted or merged. */
    void hold(Collection<UUID> ids) {
        lock(ids, "key share");
    }

    /** For deleting or merging them: waits until nobody holds them. */
    public void take(Collection<UUID> ids) {
        lock(ids, "update");
    }

    /** Whose a customer is, whoever may see it; null if there is none. */
    Holding holding(UUID id, boolean lock) {
        var sql = "select pool_id, last_pool_id from customer where id = :id and deleted_at is null";
        return entities.unwrap(Session.class)
                .createNativeQuery(lock ? sql + " for update" : sql, Holding.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    private void lock(Collection<UUID> ids, String strength) {
        entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id from customer where id = any(:ids) order by id for " + strength, UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }
}
