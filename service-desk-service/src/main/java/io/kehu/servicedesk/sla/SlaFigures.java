package io.kehu.servicedesk.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps how tickets stand in a table beside them, by which they are filtered and sorted. */
@ApplicationScoped
class SlaFigures {

    private final EntityManager entities;

    SlaFigures(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order of ids, so that two replicas cannot block each other. */
    void keep(Map<UUID, SlaStanding> standings) {
        entities.unwrap(Session.class).doWork(connection -> {
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
}
