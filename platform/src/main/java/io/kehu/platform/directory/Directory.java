package io.kehu.platform.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may own a record, and to which team it then belongs. What is known is taken for a minute, and for longer while the
 * directory is away; that there is no such user is believed for a few seconds only, because users are made just before they
 * are given records.
 */
@ApplicationScoped
public class Directory {

    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final Duration UNKNOWN = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofHours(8);
    private static final int MOST_USERS = 20_000;
    private static final int MOST_TEAMS = 2_000;

    private final DirectoryClient client;
    private final boolean enabled;
    private final Clock clock;
    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterWrite(AT_MOST)
            .build();

    private final Cache<String, Members> members = Caffeine.newBuilder()
            .maximumSize(MOST_TEAMS)
            .expireAfterWrite(AT_MOST)
            .build();

    @Inject
    Directory(DirectoryClient client, @ConfigProperty(name = "kehu.directory.enabled") boolean enabled) {
        this(client, enabled, Clock.systemUTC());
    }

    Directory(DirectoryClient client, boolean enabled, Clock clock) {
        this.client = client;
        this.enabled = enabled;
        this.clock = clock;
    }

    /** The assignment with the team of its owner where it states none. Fails with 422 if the owner is none or disabled. */
    public Assignment complete(Assignment assignment) {
        return new Assignment(assignment.owner(), assign("owner", assignment.owner(), assignment.team()));
    }

    /** Whose a new record is: the caller's if no owner is stated. Fails with 422 if the owner is none or disabled. */
    public Assignment ownerOfNew(String owner, String team) {
        var caller = Caller.current();
        return complete(
                owner == null
                        ? new Assignment(caller.username(), team == null ? caller.team() : team)
                        : new Assignment(owner, team));
    }

    /**
     * The team of a record that is given to {@code username}: {@code stated}, or the user's own. While the directory is
     * away, a user not heard of is taken as stated with a team, and else it is a 503.
     *
     * @throws Invalid naming {@code field} if there is no such user or the user is disabled
     */
    public String assign(String field, String username, String stated) {
        return team(field, username, stated, true);
    }

    /** The same for records of the past, whose owner may have left. */
    public String teamOfThePast(String field, String username, String stated) {
        return team(field, username, stated, false);
    }

    /** Fails with 422 naming {@code field} if a record cannot be shared with this user; believed while the directory is away. */
    public void requireUser(String field, String username) {
        team(field, username, "", true);
    }

    /** Fails with 422 naming {@code field} if there is no such user, who may have left; believed while the directory is away. */
    public void requireUserOfThePast(String field, String username) {
        team(field, username, "", false);
    }

    /**
     * Whether there is such a user, who may have left; believed without a directory.
     *
     * @throws Unavailable while the directory is away, if nothing has been heard of the user
     */
    public boolean knows(String username) {
        return !enabled
                || username.equals(Caller.current().username())
                || find(username).isPresent();
    }

    /** Whether records may be given to this user; believed while the directory is away. */
    public boolean mayOwn(String username) {
        try {
            return !enabled || find(username).filter(User::enabled).isPresent();
        } catch (Unavailable away) {
            return true;
        }
    }

    /** Usernames of those of {@code team} itself who may log in, in order; what was heard last while the directory is away. */
    public List<String> activeMembers(String team) {
        if (!enabled) {
            return List.of();
        }
        var known = members.getIfPresent(team);
        var now = clock.instant();
        if (known != null && known.readAt().plus(KNOWN).isAfter(now)) {
            return known.usernames();
        }
        try {
            var found = client.activeMembers(team);
            members.put(team, new Members(found, now));
            return found;
        } catch (Unavailable away) {
            if (known != null) {
                return known.usernames();
            }
            throw away;
        }
    }

    private String team(String field, String username, String stated, boolean now) {
        var caller = Caller.current();
        if (!enabled) {
            return stated;
        }
        if (username.equals(caller.username())) {
            return stated == null ? caller.team() : stated;
        }
        Optional<User> user;
        try {
            user = find(username);
        } catch (Unavailable away) {
            if (stated == null) {
                throw away;
            }
            return stated;
        }
        if (user.isEmpty()) {
            throw invalid(field, "owner.unknown", username);
        }
        if (now && !user.get().enabled()) {
            throw invalid(field, "owner.disabled", username);
        }
        return stated == null ? user.get().team() : stated;
    }

    private Optional<User> find(String username) {
        var entry = entries.getIfPresent(username);
        var now = clock.instant();
        if (entry != null && entry.isFresh(now)) {
            return entry.user();
        }
        try {
            var found = client.find(username);
            entries.put(username, new Entry(found, now));
            return found;
        } catch (Unavailable away) {
            if (entry != null && entry.user().isPresent()) {
                return entry.user();
            }
            throw away;
        }
    }

    private static Invalid invalid(String field, String code, String username) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code, username)));
    }

    private record Members(List<String> usernames, Instant readAt) {}

    private record Entry(Optional<User> user, Instant readAt) {

        boolean isFresh(Instant now) {
            return readAt.plus(user.isPresent() ? KNOWN : UNKNOWN).isAfter(now);
        }
    }
}
