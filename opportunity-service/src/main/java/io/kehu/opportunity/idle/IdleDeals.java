package io.kehu.opportunity.idle;

import io.kehu.opportunity.Opportunity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Which deals have become idle without anybody's having said so yet. */
@ApplicationScoped
class IdleDeals {

    private static final int AT_ONCE = 200;

    /**
     * Stage by stage, in the order of the index on those that have not been told, so that a look for none costs nothing. Stage
     * and time are compared together, because only that index serves it so: told of one stage and a time, the database would
     * rather go through the deals of all stages by the time, past every one that has been told.
     */
    private static final String DUE = """
            select due.id, due.days
            from stage s cross join lateral (
              select o.id, coalesce(nullif(s.expected_days, 0), :days) as days
              from opportunity o
              where o.deleted_at is null and o.closed_at is null and o.idle_told_for is distinct from o.quiet_since
                and (o.stage_id, o.quiet_since) >= (s.id, timestamptz '-infinity')
                and (o.stage_id, o.quiet_since) <= (s.id, cast(:now as timestamptz)
                                                      - make_interval(days => coalesce(nullif(s.expected_days, 0), :days)))
              order by o.stage_id, o.quiet_since limit :most for update of o skip locked) due
            where s.kind = 'OPEN' limit :most""";

    private final EntityManager entities;

    IdleDeals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Some of them, locked, with the days that their stage lets them be; another replica's are left out.
     *
     * @param days for stages that do not say
     */
    Map<Opportunity, Integer> lockDue(Instant now, int days) {
        var allowed = new HashMap<UUID, Integer>();
        entities.unwrap(Session.class)
                .createNativeQuery(DUE, Tuple.class)
                .setParameter("now", now)
                .setParameter("days", days)
                .setParameter("most", AT_ONCE)
                .getResultList()
                .forEach(row -> allowed.put(row.get(0, UUID.class), row.get(1, Integer.class)));
        var due = new LinkedHashMap<Opportunity, Integer>();
        if (!allowed.isEmpty()) {
            entities.createQuery("select o from Opportunity o where o.id in :ids order by o.id", Opportunity.class)
                    .setParameter("ids", allowed.keySet())
                    .getResultList()
                    .forEach(deal -> due.put(deal, allowed.get(deal.id())));
        }
        return due;
    }
}
