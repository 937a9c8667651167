package io.kehu.customer.lifecycle;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The rules, and which customers they concern. */
@ApplicationScoped
class LifecycleTable {

    private static final int AT_ONCE = 200;

    private final EntityManager entities;

    LifecycleTable(EntityManager entities) {
        this.entities = entities;
    }

    LifecycleRules rules() {
        var stored = session()
                .createNativeQuery("select cast(rules as text) from lifecycle_rules", String.class)
                .getSingleResultOrNull();
        return stored == null
                ? new LifecycleRules(null, null, null, null)
                : EventJson.read(stored, LifecycleRules.class);
    }

    @Transactional
    LifecycleRules put(LifecycleRules rules) {
        session()
                .createNativeMutationQuery("""
                        insert into lifecycle_rules (rules, updated_at, updated_by) values (cast(:rules as jsonb), now(), :by)
                        on conflict (only_one) do update
                        set rules = excluded.rules, updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("rules", EventJson.write(rules))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return rules;
    }

    /** Active customers with whom nobody has been in contact since {@code instant}. */
    List<UUID> outOfContactSince(Instant instant) {
        return some("""
                select c.id from customer c left join customer_figures f on f.customer_id = c.id
                where c.lifecycle = 'ACTIVE' and c.deleted_at is null
                  and greatest(c.lifecycle_since, f.last_follow_up_at, f.last_deal_at) <= :instant
                order by c.id limit :most""", instant);
    }

    /**
     * Active customers of whom a running contract ends within {@code days} and none runs longer. Whoever has become active
     * within these days has been looked at.
     */
    List<UUID> contractEnding(LocalDate today, int days) {
        return session()
                .createNativeQuery("""
                        select distinct c.id from customer_fact f join customer c on c.id = f.customer_id
                        where f.kind = 'contract' and f.counts and f.label in ('SIGNED', 'IN_PROGRESS')
                          and f.ends_on between :today and :until
                          and c.lifecycle = 'ACTIVE' and c.deleted_at is null
                          and c.lifecycle_since < cast(f.ends_on - :days as timestamptz)
                          and not exists (
                            select 1 from customer_fact r
                            where r.customer_id = f.customer_id and r.kind = 'contract' and r.counts
                              and r.label in ('SIGNED', 'IN_PROGRESS') and r.ends_on > f.ends_on)
                        order by c.id limit :most""", UUID.class)
                .setParameter("today", today)
                .setParameter("until", today.plusDays(days))
                .setParameter("days", days)
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    /** Customers that have been at risk since {@code instant} or longer. */
    List<UUID> atRiskSince(Instant instant) {
        return some("""
                select c.id from customer c
                where c.lifecycle = 'AT_RISK' and c.deleted_at is null and c.lifecycle_since <= :instant
                order by c.id limit :most""", instant);
    }

    private List<UUID> some(String sql, Instant instant) {
        return session()
                .createNativeQuery(sql, UUID.class)
                .setParameter("instant", instant)
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    static Instant daysBefore(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
