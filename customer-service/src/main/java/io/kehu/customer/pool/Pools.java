package io.kehu.customer.pool;

import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds pools. */
@Singleton
public class Pools implements PanacheRepositoryBase<CustomerPool, UUID> {

    static final String ADMIN = "customer:admin";

    /** The pool, for whoever administers pools, sees every row or is of one of its teams; otherwise 404. */
    CustomerPool require(UUID id) {
        return findByIdOptional(id).filter(Pools::visible).orElseThrow(() -> new NotFound("customer-pool", id));
    }

    List<CustomerPool> visible() {
        return list("order by name, id").stream().filter(Pools::visible).toList();
    }

    private static boolean visible(CustomerPool pool) {
        var caller = Caller.current();
        return caller.may(ADMIN)
                || Visibility.current().everything()
                || pool.admits(caller.team())
                || pool.teams().stream().anyMatch(team -> Visibility.current().inScope(null, team));
    }

    /** The pool into which a customer is put: the named one, or the nearest to its team; 422 if there is none. */
    public CustomerPool target(UUID id, String team) {
        var found = id == null ? nearest(team) : findByIdOptional(id).filter(Pools::visible);
        return found.filter(this::held)
                .orElseThrow(() ->
                        new Invalid("validation.failed", List.of(new InvalidField("poolId", "customer.pool-unknown"))));
    }

    /** Whether the pool is still there, and it stays so until the transaction ends. */
    private boolean held(CustomerPool pool) {
        return !locked(pool, "key share").isEmpty();
    }

    /** Waits until nobody puts anything into the pool, and lets nobody until the transaction ends. */
    void take(CustomerPool pool) {
        locked(pool, "update");
    }

    private List<?> locked(CustomerPool pool, String strength) {
        return getEntityManager()
                .createNativeQuery("select 1 from customer_pool where id = :id for " + strength)
                .setParameter("id", pool.id())
                .getResultList();
    }

    private Optional<CustomerPool> nearest(String team) {
        return list("order by id").stream()
                .filter(pool -> pool.admits(team))
                .max(Comparator.comparingInt(pool -> pool.teams().stream()
                        .filter(path -> team.equals(path) || team.startsWith(path + "/"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0)));
    }
}
