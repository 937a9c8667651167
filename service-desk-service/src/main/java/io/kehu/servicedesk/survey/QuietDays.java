package io.kehu.servicedesk.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps people from being asked again and again, by whatever questionnaire. */
@ApplicationScoped
class QuietDays {

    private final EntityManager entities;

    QuietDays(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Whether whoever is to be asked by {@code survey} was sent another within so many days. The lock lets two surveys of
     * one person be sent one after the other, so that the second one knows of the first.
     */
    boolean rule(Survey survey, int days, Instant now) {
        var ofContact = survey.contactId() != null;
        var asked = ofContact ? survey.contactId() : survey.customerId();
        if (days == 0 || asked == null) {
            return false;
        }
        lock(asked);
        return session()
                .createNativeQuery("""
                        select exists (select 1 from survey where %s = :asked and sent_at > :since
                          and deleted_at is null and id <> :id)""".formatted(ofContact ? "contact_id" : "customer_id"), Boolean.class)
                .setParameter("asked", asked)
                .setParameter("since", now.minus(Duration.ofDays(days)))
                .setParameter("id", survey.id())
                .getSingleResult();
    }

    private void lock(UUID asked) {
        session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))", Object.class)
                .setParameter("lock", "survey-quiet:" + asked)
                .getSingleResult();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
