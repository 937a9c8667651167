package io.kehu.customer.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** Which customers the rules of the pools take back, and when: asked of the database for many at once. */
@ApplicationScoped
class RecyclingTable {

    private static final int NOTED_AT_ONCE = 2_000;
    private static final int TAKEN_AT_ONCE = 200;
    private static final String JOB = "recycling";
    private static final UUID START = new UUID(0, 0);

    /**
     * The nearest pool with a rule for the level decides. Nobody is surprised: a date is noted once it is no further away than
     * the warning, and never lies nearer than that when it is noted first.
     */
    private static final String NOTE = """
            insert into customer_figures as f (customer_id, recycle_at, recycle_pool_id)
            select n.id, n.recycle_at, case when n.recycle_at is not null then n.pool_id end
            from (
              select due.id, due.pool_id, due.noted is not null as known,
                     case when due.at <= cast(:now as timestamptz) + due.warning
                          then greatest(due.at, coalesce(due.noted, cast(:now as timestamptz) + due.warning)) end as recycle_at
              from (
                select c.id, rule.pool_id, make_interval(days => rule.warning_days) as warning, g.recycle_at as noted,
                       case when not c.locked and c.pool_id is null and c.deleted_at is null
                                 and c.lifecycle <> 'BLACKLISTED' and coalesce(g.open_opportunities, 0) = 0
                            then least(greatest(c.owned_since, g.last_follow_up_at)
                                         + make_interval(days => rule."noFollowUpDays"),
                                       greatest(c.owned_since, g.last_deal_at)
                                         + make_interval(days => rule."noDealDays"),
                                       greatest(c.owned_since, opportunity.opened_at)
                                         + make_interval(days => rule."noOpportunityDays")) end as at
                from customer c
                left join customer_figures g on g.customer_id = c.id
                left join lateral (
                  select p.id as pool_id, p.warning_days, r."noFollowUpDays", r."noDealDays", r."noOpportunityDays"
                  from customer_pool p
                  cross join lateral jsonb_array_elements_text(p.teams) as t(path)
                  cross join lateral jsonb_to_recordset(p.rules)
                    as r(level text, "noFollowUpDays" integer, "noDealDays" integer, "noOpportunityDays" integer)
                  where (c.team = t.path or starts_with(c.team, t.path || '/')) and (r.level is null or r.level = c.level)
                  order by length(t.path) desc, p.id, r.level nulls last
                  limit 1) rule on true
                left join lateral (
                  select max(o.happened_at) as opened_at from customer_fact o
                  where o.customer_id = c.id and o.kind = 'opportunity') opportunity
                  on rule."noOpportunityDays" is not null
                where c.id = any(:ids)) due) n
            where n.recycle_at is not null or n.known
            order by n.id
            on conflict (customer_id) do update
            set recycle_at = excluded.recycle_at, recycle_pool_id = excluded.recycle_pool_id
            where f.recycle_at is distinct from excluded.recycle_at
               or f.recycle_pool_id is distinct from excluded.recycle_pool_id""";

    private final EntityManager entities;

    RecyclingTable(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes the dates of the customers after those of the last call; false when all are done, and the next call starts anew. */
    boolean noteChunk(Instant now) {
        entities.createNativeQuery(
                        "insert into customer_job (name, position) values (:job, :start) on conflict do nothing")
                .setParameter("job", JOB)
                .setParameter("start", START)
                .executeUpdate();
        var position = session()
                .createNativeQuery("select position from customer_job where name = :job for update", UUID.class)
                .setParameter("job", JOB)
                .getSingleResult();
        var ids = session()
                .createNativeQuery("select id from customer where id > :position order by id limit :most", UUID.class)
                .setParameter("position", position)
                .setParameter("most", NOTED_AT_ONCE)
                .getResultList();
        note(ids, now);
        var more = ids.size() == NOTED_AT_ONCE;
        entities.createNativeQuery("update customer_job set position = :position where name = :job")
                .setParameter("position", more ? ids.getLast() : START)
                .setParameter("job", JOB)
                .executeUpdate();
        return more;
    }

    void note(Collection<UUID> ids, Instant now) {
        session()
                .createNativeMutationQuery(NOTE)
                .setParameter("now", now)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Customers whose date has come; another replica's are left out. */
    List<UUID> lockDue(Instant now) {
        return session()
                .createNativeQuery("""
                        select c.id from customer_figures f join customer c on c.id = f.customer_id
                        where f.recycle_at <= :now order by c.id limit :most for update of c skip locked""", UUID.class)
                .setParameter("now", now)
                .setParameter("most", TAKEN_AT_ONCE)
                .getResultList();
    }

    Map<UUID, TreeSet<UUID>> stillDue(Collection<UUID> ids, Instant now) {
        var byPool = new TreeMap<UUID, TreeSet<UUID>>();
        session()
                .createNativeQuery(
                        "select recycle_pool_id, customer_id from customer_figures where customer_id = any(:ids) and recycle_at <= :now",
                        Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("now", now)
                .getResultList()
                .forEach(row -> byPool.computeIfAbsent((UUID) row[0], _ -> new TreeSet<>())
                        .add((UUID) row[1]));
        return byPool;
    }

    /** What has been taken is due no more. */
    void settle(Collection<UUID> ids) {
        session()
                .createNativeMutationQuery("""
                        update customer_figures f set recycle_at = null, recycle_pool_id = null
                        from customer c where c.id = f.customer_id and c.pool_id is not null and f.customer_id = any(:ids)""")
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Customers in {@code pool} that are still shown to other teams than it has or hide other fields, some of them. */
    List<UUID> shownToOthers(CustomerPool pool) {
        return session()
                .createNativeQuery("""
                        select c.id from customer c join customer_pool p on p.id = c.pool_id
                        where p.id = :pool
                          and (p.hidden_fields <> c.hidden_fields or p.teams is distinct from (
                            select jsonb_agg(each ->> 'principal' order by position)
                            from jsonb_array_elements(c.collaborators) with ordinality as shares(each, position)))
                        order by c.id limit :most""", UUID.class)
                .setParameter("pool", pool.id())
                .setParameter("most", TAKEN_AT_ONCE)
                .getResultList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
