package io.kehu.servicedesk.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/**
 * How tickets stand, in a table beside them by which they are filtered and sorted. Its rows are also what makes changes of one
 * ticket's clocks come one after the other: whoever changes any holds the row, and reads the clocks only then.
 */
@ApplicationScoped
class SlaFigures {

    private static final int RINGING_AT_ONCE = 100;

    private final EntityManager entities;

    SlaFigures(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits until nobody else changes the clocks of these tickets; in the order of ids, so that two cannot block each other. */
    void lock(Collection<UUID> ticketIds) {
        session()
                .createNativeQuery(
                        "select ticket_id from ticket_sla where ticket_id = any(:ids) order by ticket_id for update",
                        UUID.class)
                .setParameter("ids", ticketIds.toArray(UUID[]::new))
                .getResultList();
    }

    /** Some tickets of which clocks have something to tell by {@code now}; those that somebody holds are left out. */
    List<UUID> lockRinging(Instant now) {
        return session()
                .createNativeQuery("""
                        select ticket_id from ticket_sla where ticket_id in (
                          select ticket_id from sla_clock where next_alarm_at <= :now order by next_alarm_at limit :most)
                        order by ticket_id for update skip locked""", UUID.class)
                .setParameter("now", now)
                .setParameter("most", RINGING_AT_ONCE)
                .getResultList();
    }

    void keep(Map<UUID, SlaStanding> standings) {
        session().doWork(connection -> {
            try (var statement = connection.prepareStatement("""
                    insert into ticket_sla (ticket_id, sla_due_at, sla_breached) values (?, ?, ?)
                    on conflict (ticket_id) do update
                    set sla_due_at = excluded.sla_due_at, sla_breached = excluded.sla_breached""")) {
                for (var standing : new TreeMap<>(standings).entrySet()) {
                    var due = standing.getValue().slaDueAt();
                    statement.setObject(1, standing.getKey());
                    statement.setObject(2, due == null ? null : OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
                    statement.setObject(3, standing.getValue().slaBreached());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
