package io.kehu.platform.sharing;

import io.kehu.events.Collaborator;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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

    /** The collaborator that a request names, asked before a transaction opens; 422 if there is no such user. */
    private Collaborator collaborator(String principal, Share share) {
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

    /** Shares a record, in place of what the same principal had; nothing is recorded if nothing is different. */
    public <E extends OwnedAggregate<?> & Served<V>, V> V add(
            AggregateRepository<E> records, UUID id, String principal, Share share) {
        records.require(id);
        var collaborator = collaborator(principal, share);
        return change(records, id, record -> record.share(collaborator));
    }

    /** Ends a share; nothing happens if there is none. */
    public <E extends OwnedAggregate<?> & Served<V>, V> V remove(
            AggregateRepository<E> records, UUID id, String principal) {
        return change(records, id, record -> record.unshare(principal));
    }

    private <E extends OwnedAggregate<?> & Served<V>, V> V change(
            AggregateRepository<E> records, UUID id, Predicate<E> change) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var record = records.require(id);
            record.requireShareable();
            if (change.test(record)) {
                if (record.collaborators().size() > MOST) {
                    throw new RuleViolation("share.too-many", MOST);
                }
                events.record(record, record.updated(CHANGED));
            }
            return record.view();
        });
    }
}
