package io.kehu.platform.assignment;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Who is away, as the people of this service say, in its table {@code absence}. */
@ApplicationScoped
public class Absences {

    /** What a username looks like in a path. */
    public static final String USERNAME = "[^/\\p{Cntrl}]{1,100}";

    private final EntityManager entities;

    Absences(EntityManager entities) {
        this.entities = entities;
    }

    /** All who are away or will be, by name. */
    @Transactional
    public List<AbsenceView> all() {
        return session()
                .createNativeQuery(
                        "select username, from_at, until_at from absence"
                                + " where until_at is null or until_at > now() order by username",
                        AbsenceView.class)
                .getResultList();
    }

    /** Anybody may say so of himself; it takes {@code permission} for others, of whom it is not told that they are there. */
    @Transactional
    public AbsenceView put(String username, Absence absence, String permission) {
        requireOwnOr(permission, username);
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

    /** The same for being back. */
    @Transactional
    public void delete(String username, String permission) {
        requireOwnOr(permission, username);
        session()
                .createNativeMutationQuery("delete from absence where username = :username")
                .setParameter("username", username)
                .executeUpdate();
    }

    private static void requireOwnOr(String permission, String username) {
        var caller = Caller.current();
        if (!caller.username().equals(username) && !caller.may(permission)) {
            throw new NotFound("user", username);
        }
    }

    /** Those of {@code usernames} who are not away now, in the same order. */
    @Transactional
    public List<String> present(List<String> usernames) {
        var away = Set.copyOf(session()
                .createNativeQuery(
                        "select username from absence where username = any(:usernames)"
                                + " and from_at <= now() and (until_at is null or until_at > now())",
                        String.class)
                .setParameter("usernames", usernames.toArray(String[]::new))
                .getResultList());
        return usernames.stream().filter(name -> !away.contains(name)).toList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
