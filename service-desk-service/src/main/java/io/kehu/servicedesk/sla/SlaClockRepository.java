package io.kehu.servicedesk.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Finds clocks; whose ticket may be seen, is asked before. */
@ApplicationScoped
class SlaClockRepository implements PanacheRepositoryBase<SlaClock, UUID> {

    private static final int RUNG_AT_ONCE = 100;

    SlaClockRepository() {}

    List<SlaClock> of(UUID ticketId) {
        return list("ticketId = ?1 order by startedAt, id", ticketId);
    }

    /** The same for a change; the timer waits or goes on with others meanwhile. */
    List<SlaClock> lock(UUID ticketId) {
        return find("ticketId = ?1 order by startedAt, id", ticketId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<SlaClock> of(Collection<UUID> ticketIds) {
        return list("ticketId in ?1", ticketIds);
    }

    /** Some that have something to tell by {@code now}; those that another replica or a change holds are left out. */
    List<SlaClock> lockRinging(Instant now) {
        var ids = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select id from sla_clock where next_alarm_at <= :now order by next_alarm_at
                        limit :most for update skip locked""", UUID.class)
                .setParameter("now", now)
                .setParameter("most", RUNG_AT_ONCE)
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
