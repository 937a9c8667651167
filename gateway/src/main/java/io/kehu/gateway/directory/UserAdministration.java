package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.gateway.directory.ChangeNote.Action;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.keycloak.KeycloakRefusal;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes and changes users, one change at a time: Keycloak has no condition on a version, so what was judged must not change
 * meanwhile.
 */
@ApplicationScoped
class UserAdministration {

    private final KeycloakAdmin keycloak;
    private final UserDirectory users;
    private final TeamDirectory teams;
    private final UserWriter writer;
    private final Safeguard safeguard;
    private final ChangeTrail trail;
    private final RosterReader roster;
    private final PatchReader patches;
    private final ObjectMapper json;
    private final ReentrantLock changing = new ReentrantLock();

    UserAdministration(
            KeycloakAdmin keycloak,
            UserDirectory users,
            TeamDirectory teams,
            UserWriter writer,
            Safeguard safeguard,
            ChangeTrail trail,
            RosterReader roster,
            PatchReader patches,
            ObjectMapper json) {
        this.keycloak = keycloak;
        this.users = users;
        this.teams = teams;
        this.writer = writer;
        this.safeguard = safeguard;
        this.trail = trail;
        this.roster = roster;
        this.patches = patches;
        this.json = json;
    }

    Person create(NewUser user, Caller caller) {
        return alone(() -> {
            var roles = user.roles() == null ? Set.<String>of() : user.roles();
            if (!roles.isEmpty()) {
                requireAdministrator(caller);
            }
            writer.requireJobRoles(roles);
            if (user.team() != null) {
                teams.requireNamed(user.team());
            }
            requireNewName(user.username());
            var note = ChangeNote.of(caller.username(), Action.CREATED)
                    .with("username", null, user.username())
                    .with("displayName", null, user.displayName())
                    .with("email", null, user.email())
                    .with("team", null, user.team());
            writer.create(user, note);
            var made = users.require(user.username());
            if (!roles.isEmpty()) {
                writer.setRoles(made, roles, caller);
            }
            return users.require(user.username());
        });
    }

    Person update(String username, Patch patch, String ifMatch, Caller caller) {
        return alone(() -> {
            var person = users.require(username);
            EntityTags.require(ifMatch, person.view(caller));
            var wanted = wanted(person, patch, caller);
            if (wanted.equals(person.fields())) {
                return person;
            }
            safeguard.requireAuthority(caller, person);
            if (person.enabled() && !wanted.enabled()) {
                safeguard.requireNotLocking(caller, person);
            }
            var note = ChangeNote.of(caller.username(), action(person, wanted))
                    .with("displayName", person.displayName(), wanted.displayName())
                    .with("email", person.email(), wanted.email())
                    .with("enabled", person.enabled(), wanted.enabled());
            writer.update(person, wanted, note);
            if (person.enabled() && !wanted.enabled()) {
                writer.endSessions(person);
            }
            return users.require(username);
        });
    }

    Person setEnabled(String username, boolean enabled, String ifMatch, Caller caller) {
        return update(username, new Patch(json.createObjectNode().put("enabled", enabled)), ifMatch, caller);
    }

    Person move(String username, TeamMove move, String ifMatch, Caller caller) {
        return change(username, ifMatch, caller, person -> {
            safeguard.requireNoMoveOfOneself(caller, person);
            var group = teams.requireNamed(move.team()).path("id").asText();
            var follow = move.rows() == TeamMove.Rows.FOLLOW;
            var isThere = move.team().equals(person.team());
            var note = ChangeNote.of(caller.username(), Action.TEAM_CHANGED)
                    .with("team", person.team(), move.team())
                    .with("rows", null, move.rows());
            if (follow || !isThere) {
                var following = follow ? new FollowingRows(note.id(), move.team(), Instant.now()) : null;
                writer.move(person, isThere ? null : group, note, following);
            }
            return null;
        });
    }

    /** Every service has heard of the move. */
    void settled(String id, FollowingRows move) {
        alone(() -> {
            writer.settled(id, move);
            return null;
        });
    }

    Person setRoles(String username, Set<String> roles, String ifMatch, Caller caller) {
        return change(username, ifMatch, caller, person -> {
            writer.requireJobRoles(roles);
            safeguard.requireStillAdministered(caller, person, roles);
            if (!roles.equals(Set.copyOf(person.roles()))) {
                writer.setRoles(person, roles, caller);
            }
            return null;
        });
    }

    TemporaryPassword resetPassword(String username, Caller caller) {
        return alone(() -> {
            var person = users.require(username);
            safeguard.requireAuthority(caller, person);
            return new TemporaryPassword(
                    username, writer.resetPassword(person, ChangeNote.of(caller.username(), Action.PASSWORD_RESET)));
        });
    }

    private Person change(String username, String ifMatch, Caller caller, Function<Person, Void> work) {
        return alone(() -> {
            var person = users.require(username);
            EntityTags.require(ifMatch, person.view(caller));
            safeguard.requireAuthority(caller, person);
            work.apply(person);
            return users.require(username);
        });
    }

    private <T> T alone(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } catch (KeycloakRefusal refusal) {
            throw told(refusal);
        } finally {
            roster.forget();
            changing.unlock();
        }
    }

    private UserFields wanted(Person person, Patch patch, Caller caller) {
        var current = person.fields();
        try {
            if (patch.names("email") && !caller.seesPersonalData()) {
                var sent = patch.document().path("email").asText("");
                if (current.email() != null && sent.equals(Person.mask(current.email()))) {
                    patch.document().remove("email");
                } else if (sent.contains("*")) {
                    throw Refused.field("email", Refusal.FIELD_MASKED);
                }
            }
            return patches.apply(patch, current, UserFields.class);
        } catch (JsonProcessingException invalid) {
            throw new InvalidBody(invalid);
        }
    }

    private static Action action(Person person, UserFields wanted) {
        if (person.enabled() == wanted.enabled()) {
            return Action.UPDATED;
        }
        return wanted.enabled() ? Action.ENABLED : Action.DISABLED;
    }

    private void requireNewName(String username) {
        if (!Person.isPerson(username) || users.representation(username).isPresent()) {
            throw new Refused(Refusal.USERNAME_TAKEN);
        }
        if (trail.deleted("USER")
                .map(trail::representation)
                .anyMatch(user -> user.path("username").asText().equals(username))) {
            throw new Refused(Refusal.USERNAME_USED);
        }
    }

    static void requireAdministrator(Caller caller) {
        if (!caller.administersUsers()) {
            throw new Refused(Refusal.ROLES_DENIED);
        }
    }

    private static RuntimeException told(KeycloakRefusal refusal) {
        if (refusal.status() == 409) {
            return new Refused(refusal.message().contains("email") ? Refusal.EMAIL_TAKEN : Refusal.USERNAME_TAKEN);
        }
        if (!refusal.field().isEmpty()) {
            var field = Map.of("firstName", "displayName", "lastName", "displayName")
                    .getOrDefault(refusal.field(), refusal.field());
            return Refused.field(field, Refusal.FIELD_VALUE, refusal.message());
        }
        return refusal;
    }
}
