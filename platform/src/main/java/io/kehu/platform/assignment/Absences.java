package io.kehu.platform.assignment;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Who is away, as the people of this service say, in its table {@code absence}. */
@ApplicationScoped
public class Absences {

    /** What a username looks like in a path. */
    public static final String USERNAME = "[^/\\p{Cntrl}]{1,100}";

    private final Statements statements;

    Absences(Statements statements) {
        this.statements = statements;
    }

    /** All who are away or will be, by name. */
    public List<AbsenceView> all() {
        return statements.list(
                "select username, from_at, until_at from absence"
                        + " where until_at is null or until_at > now() order by username",
                row -> new AbsenceView(row.getString(1), instant(row, 2), instant(row, 3)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Anybody may say so of himself; it takes {@code permission} for others, of whom it is not told that they are there. */
    @Transactional
    public AbsenceView put(String username, Absence absence, String permission) {
        requireOwnOr(permission, username);
        var from = absence.from() == null ? EventLog.now() : absence.from();
        statements.change(
                """
                insert into absence (username, from_at, until_at, updated_at, updated_by)
                values (?, ?, ?::timestamptz, now(), ?)
                on conflict (username) do update
                set from_at = excluded.from_at, until_at = excluded.until_at,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by""",
                username,
                time(from),
                time(absence.until()),
                Caller.current().username());
        return new AbsenceView(username, from, absence.until());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The same for being back. */
    @Transactional
    public void delete(String username, String permission) {
        requireOwnOr(permission, username);
        statements.change("delete from absence where username = ?", username);
    }

    private static void requireOwnOr(String permission, String username) {
        var caller = Caller.current();
        if (!caller.username().equals(username) && !caller.may(permission)) {
            throw new NotFound("user", username);
        }
    }

    /** Those of {@code usernames} who are not away now, in the same order. */
    public List<String> present(List<String> usernames) {
        var away = Set.copyOf(statements.list(
                "select username from absence where username = any(?)"
                        + " and from_at <= now() and (until_at is null or until_at > now())",
                row -> row.getString(1),
                (Object) usernames.toArray(String[]::new)));
        return usernames.stream().filter(name -> !away.contains(name)).toList();
    }
}
