package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.directory.ChangeNote.Action;
import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes users to Keycloak, never without a {@link ChangeNote}. Where a change is a call of its own, the note goes first: a
 * change without a note cannot be, and a note without its change is followed by one that says so.
 */
@ApplicationScoped
class UserWriter {

    /** Without the characters that are taken for another when read aloud or typed off. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final KeycloakAdmin keycloak;
    private final RoleCatalogue roles;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    UserWriter(KeycloakAdmin keycloak, RoleCatalogue roles, ObjectMapper json) {
        this.keycloak = keycloak;
        this.roles = roles;
        this.json = json;
    }

    void create(NewUser user, ChangeNote note) {
        var representation = json.createObjectNode()
                .put("username", user.username())
                .put("firstName", user.displayName())
                .put("email", user.email())
                .put("enabled", true);
        if (user.team() != null) {
            representation.putArray("groups").add(user.team());
        }
        representation.putObject("attributes").set(ChangeNote.ATTRIBUTE, note.attribute());
        keycloak.post("/users", representation);
    }

    void update(Person person, UserFields wanted, ChangeNote note) {
        var representation = noted(path(person), note);
        if (!wanted.displayName().equals(person.displayName())) {
            representation.put("firstName", wanted.displayName()).put("lastName", "");
        }
        if (!Objects.equals(wanted.email(), person.email())) {
            representation.put("emailVerified", false);
        }
        representation
                .put("email", wanted.email() == null ? "" : wanted.email())
                .put("enabled", wanted.enabled());
        keycloak.put(path(person), representation);
    }

    /** Nobody who was logged in stays so beyond the life of an access token. */
    void endSessions(Person person) {
        keycloak.post(path(person) + "/logout", null);
    }

    /**
     * @param group     the id of the new team, or null if the user is in it
     * @param following the move for the rows that are to follow, or null
     */
    void move(Person person, String group, ChangeNote note, FollowingRows following) {
        announced(person, note, following, () -> {
            if (group == null) {
                return;
            }
            var before = keycloak.get(path(person) + "/groups");
            keycloak.put(path(person) + "/groups/" + group, null);
            before.valueStream()
                    .map(each -> each.path("id").asText())
                    .filter(each -> !each.equals(group))
                    .forEach(each -> keycloak.delete(path(person) + "/groups/" + each, null));
        });
    }

    void requireJobRoles(Set<String> names) {
        var known = roles.jobRoles().stream().map(JobRole::name).collect(Collectors.toSet());
        var unknown = names.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new Refused.Field("roles", Refusal.ROLE_UNKNOWN, name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refused.fields(unknown);
        }
    }

    /** What is to be added comes first, so that nobody is without any role in between. */
    void setRoles(Person person, Set<String> wanted, Caller caller) {
        var note = ChangeNote.of(caller.username(), Action.ROLES_CHANGED)
                .with("roles", person.roles(), wanted.stream().sorted().toList());
        announced(person, note, () -> {
            var mappings = path(person) + "/role-mappings/realm";
            var added = references(wanted.stream()
                    .filter(role -> !person.roles().contains(role))
                    .toList());
            var removed = references(person.roles().stream()
                    .filter(role -> !wanted.contains(role))
                    .toList());
            if (!added.isEmpty()) {
                keycloak.post(mappings, added);
            }
            if (!removed.isEmpty()) {
                keycloak.delete(mappings, removed);
            }
        });
    }

    /** @return the password, which works for one login */
    String resetPassword(Person person, ChangeNote note) {
        var password = newPassword();
        announced(person, note, () -> {
            keycloak.put(
                    path(person) + "/reset-password",
                    json.createObjectNode()
                            .put("type", "password")
                            .put("value", password)
                            .put("temporary", true));
            endSessions(person);
        });
        return password;
    }

    /** With a small and a capital letter, a digit and a sign, as a realm may demand. */
    private String newPassword() {
        while (true) {
            var groups = Stream.generate(this::newGroup).limit(GROUPS).collect(Collectors.joining("-"));
            if (groups.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).*")) {
                return groups;
            }
        }
    }

    private String newGroup() {
        var group = new StringBuilder();
        random.ints(GROUP_LENGTH, 0, LEGIBLE.length()).forEach(index -> group.append(LEGIBLE.charAt(index)));
        return group.toString();
    }

    /** Every service has heard of the move. The last note is told by its own event, and not again by this one. */
    void settled(String id, FollowingRows move) {
        ObjectNode user = noted("/users/" + id, null);
        if (FollowingRows.within(user).equals(Optional.of(move))) {
            user.withObjectProperty("attributes").remove(FollowingRows.ATTRIBUTE);
            keycloak.put("/users/" + id, user);
        }
    }

    private void announced(Person person, ChangeNote note, Runnable change) {
        announced(person, note, null, change);
    }

    private void announced(Person person, ChangeNote note, FollowingRows following, Runnable change) {
        var announcement = noted(path(person), note);
        if (following != null) {
            announcement.withObjectProperty("attributes").set(FollowingRows.ATTRIBUTE, following.attribute());
        }
        keycloak.put(path(person), announcement);
        try {
            change.run();
        } catch (RuntimeException failure) {
            try {
                var failed = noted(path(person), note.asFailed());
                if (following != null) {
                    failed.withObjectProperty("attributes").remove(FollowingRows.ATTRIBUTE);
                }
                keycloak.put(path(person), failed);
            } catch (RuntimeException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
    }

    /** The user as Keycloak has it now, with {@code note}, or none, in the place of the last one. */
    private ObjectNode noted(String path, ChangeNote note) {
        JsonNode user = keycloak.get(path);
        ObjectNode representation = user.deepCopy();
        representation.remove(List.of("access", "disableableCredentialTypes"));
        var attributes = representation.withObjectProperty("attributes");
        if (note == null) {
            attributes.remove(ChangeNote.ATTRIBUTE);
        } else {
            attributes.set(ChangeNote.ATTRIBUTE, note.attribute());
        }
        return representation;
    }

    private ArrayNode references(List<String> names) {
        var references = json.createArrayNode();
        roles.jobRoles().stream()
                .filter(role -> names.contains(role.name()))
                .forEach(role -> references.addObject().put("id", role.id()).put("name", role.name()));
        return references;
    }

    private static String path(Person person) {
        return "/users/" + person.id();
    }
}
