package io.kehu.platform.sharing;

import io.kehu.events.Collaborator;
import io.kehu.events.DomainEvent;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Shares owned records with users and teams. A principal is a parameter of the query and no part of the path, because the
 * path of a team has slashes.
 */
@ApplicationScoped
public class Sharing {

    private static final Set<String> CHANGED = Set.of("collaborators");
    private static final int MOST = 100;
    private static final int LONGEST = 500;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern TEAM = Pattern.compile("(/[^/\\p{Cntrl}]+)+");
    private static final Pattern USERNAME = Pattern.compile("[^/\\p{Cntrl}]{1,255}");

    private final EventLog events;
    private final Directory directory;

    Sharing(EventLog events, Directory directory) {
        this.events = events;
        this.directory = directory;
    }

    /** The collaborator that a request names, asked when the record is found and before a transaction opens; 422 if there is no such user. */
    public Collaborator collaborator(String principal, Share share) {
        if (USERNAME.matcher(principal).matches()) {
            directory.requireUser("principal", principal);
        } else if (principal.length() > LONGEST || !TEAM.matcher(principal).matches()) {
            throw new Invalid("validation.failed", List.of(new InvalidField("principal", "share.principal")));
        }
        if (share.expiresAt() != null && !share.expiresAt().isBefore(LATEST)) {
            throw new Invalid("validation.failed", List.of(new InvalidField("expiresAt", "share.expires-late")));
        }
        var expiresAt = share.expiresAt() == null ? null : share.expiresAt().truncatedTo(ChronoUnit.MICROS);
        return new Collaborator(principal, share.access(), expiresAt);
    }

    /** @param updated makes the event of the record's family that names the changed fields */
    public <E extends OwnedAggregate<?>> E add(
            E record, Collaborator collaborator, Function<Set<String>, ? extends DomainEvent> updated) {
        if (record.share(collaborator)) {
            if (record.collaborators().size() > MOST) {
                throw new RuleViolation("share.too-many", MOST);
            }
            events.record(record, updated.apply(CHANGED));
        }
        return record;
    }

    /** Ends a share; nothing happens if there is none. */
    public <E extends OwnedAggregate<?>> E remove(
            E record, String principal, Function<Set<String>, ? extends DomainEvent> updated) {
        if (record.unshare(principal)) {
            events.record(record, updated.apply(CHANGED));
        }
        return record;
    }
}
