package io.kehu.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The events that a reaction has had, remembered in the transaction in which it acts. */
@ApplicationScoped
class Inbox {

    private final EntityManager entities;

    Inbox(EntityManager entities) {
        this.entities = entities;
    }

    boolean isNew(String consumer, UUID eventId) {
        return entities.createNativeQuery(
                                "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing")
                        .setParameter("consumer", consumer)
                        .setParameter("event", eventId)
                        .executeUpdate()
                == 1;
    }
}
