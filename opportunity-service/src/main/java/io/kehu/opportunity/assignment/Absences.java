package io.kehu.opportunity.assignment;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Who is away. */
@ApplicationScoped
class Absences {

    private final EntityManager entities;

    Absences(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<AbsenceView> all() {
        return session()
                .createNativeQuery(
                        "select username, from_at, until_at from absence"
                                + " where until_at is null or until_at > now() order by username",
                        AbsenceView.class)
                .getResultList();
    }

    @Transactional
    AbsenceView put(String username, Absence absence) {
        var from = absence.from() == null ? EventLog.now() : absence.from();
        session()
                .createNativeMutationQuery("""
                        insert into absence (username, from_at, until_at, updated_at, updated_by)
                        values (:username, :from, cast(:until as timestamptz), now(), :by)
                        on conflict (username) do update
                        set from_at = excluded.from_at, until_at = excluded.until_at,
                            updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("username", username)
                .setParameter("from", from, Instant.class)
                .setParameter("until", absence.until(), Instant.class)
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return new AbsenceView(username, from, absence.until());
    }

    @Transactional
    void delete(String username) {
        session()
                .createNativeMutationQuery("delete from absence where username = :username")
                .setParameter("username", username)
                .executeUpdate();
    }

    /** Those of {@code usernames} who are away now. */
    Set<String> away(Collection<String> usernames) {
        return Set.copyOf(session()
                .createNativeQuery(
                        "select username from absence where username = any(:usernames)"
                                + " and from_at <= now() and (until_at is null or until_at > now())",
                        String.class)
                .setParameter("usernames", usernames.toArray(String[]::new))
                .getResultList());
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
