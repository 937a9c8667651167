package io.kehu.servicedesk.survey;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class SurveyRepository extends AggregateRepository<Survey> {

    private static final int STEPS_AT_ONCE = 50;

    SurveyRepository() {
        super(
                Survey.class,
                Listing.of(Survey.class)
                        .filters(
                                "kind",
                                "status",
                                "questionnaire",
                                "occasion",
                                "withheld",
                                "detractor",
                                "ticketId",
                                "customerId",
                                "contactId",
                                "contractId",
                                "productId",
                                "agent",
                                "ticketType",
                                "ticketCategory",
                                "priority",
                                "owner",
                                "team",
                                "score",
                                "answeredBy",
                                "dueAt",
                                "sentAt",
                                "answeredAt",
                                "expiresAt")
                        .sorts("sentAt", "answeredAt", "dueAt", "expiresAt", "score")
                        .searches("number"));
    }

    /** Some that have something to do by {@code now}, those that have waited longest. */
    List<UUID> due(Instant now) {
        return session()
                .createNativeQuery("""
                        select id from survey where next_step_at <= :now and deleted_at is null
                        order by next_step_at limit :most""", UUID.class)
                .setParameter("now", now)
                .setParameter("most", STEPS_AT_ONCE)
                .getResultList();
    }

    /** The one, if it still has something to do by {@code now} and no other change holds it. */
    Optional<Survey> lockDue(UUID id, Instant now) {
        return session()
                .createNativeQuery("""
                        select id from survey where id = :id and next_step_at <= :now and deleted_at is null
                        for update skip locked""", UUID.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(this::findById);
    }

    /** Leaves the next step of one that cannot take it for later, which is no change of the survey. */
    void postpone(UUID id, Instant nextTry) {
        session()
                .createNativeMutationQuery(
                        "update survey set next_step_at = :at where id = :id and next_step_at is not null")
                .setParameter("at", nextTry)
                .setParameter("id", id)
                .executeUpdate();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    /** For a change of it that must see the one before; empty if it is not there or deleted. */
    Optional<Survey> lock(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one that is answered by the token with this hash; who comes second waits for the first. */
    Optional<Survey> lockInvited(byte[] tokenHash) {
        return find("tokenHash = ?1 and deletedAt is null", tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Survey> findInvited(byte[] tokenHash) {
        return find("tokenHash = ?1 and deletedAt is null", tokenHash).firstResultOptional();
    }

    /** What the caller may see, counted. */
    SurveyTotals totals() {
        return getEntityManager()
                .createQuery(
                        "select count(sentAt), count(score), coalesce(sum(score), 0) from Survey where deletedAt is null",
                        SurveyTotals.class)
                .getSingleResult();
    }
}
