package io.kehu.customer.pool;

import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.TooMany;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** The claims 领取 of users: one at a time for each user, and so many a day. */
@ApplicationScoped
public class Claims {

    private final EntityManager entities;
    private final Statements statements;
    private final ZoneId zone;

    Claims(EntityManager entities, Statements statements, Company company) {
        this.entities = entities;
        this.statements = statements;
        this.zone = company.zone();
    }

    /** Makes the user's claims come one after the other until the transaction ends, so that each counts those before it. */
    public void lock(String username) {
        statements.lock("claim:" + username);
    }

    /** Counts a claim of today, and forgets those of days before; fails with 429 if it is one too many. */
    public void take(CustomerPool pool, String username, UUID customerId) {
        var today = LocalDate.now(zone).atStartOfDay(zone).toInstant();
        var tomorrow = LocalDate.now(zone).plusDays(1).atStartOfDay(zone).toInstant();
        forget(today, pool, username);
        if (pool.claimsPerDay() != null && count(pool, username) >= pool.claimsPerDay()) {
            throw new TooMany(
                    "customer.claims-per-day",
                    tomorrow.getEpochSecond() - EventLog.now().getEpochSecond() + 1,
                    pool.claimsPerDay());
        }
        entities.createNativeQuery(
                        "insert into pool_claim (pool_id, username, claimed_at, customer_id) values (:pool, :username, :now, :customer)")
                .setParameter("pool", pool.id())
                .setParameter("username", username)
                .setParameter("now", EventLog.now())
                .setParameter("customer", customerId)
                .executeUpdate();
    }

    private void forget(Instant before, CustomerPool pool, String username) {
        entities.createNativeQuery(
                        "delete from pool_claim where username = :username and pool_id = :pool and claimed_at < :before")
                .setParameter("username", username)
                .setParameter("pool", pool.id())
                .setParameter("before", before)
                .executeUpdate();
    }

    private long count(CustomerPool pool, String username) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from pool_claim where username = :username and pool_id = :pool")
                        .setParameter("username", username)
                        .setParameter("pool", pool.id())
                        .getSingleResult())
                .longValue();
    }
}
