package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.directory.ChangeNote.Action;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.keycloak.KeycloakRefusal;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Makes, names and removes teams. A path is never used again, because rows of the old team may still carry it. */
@ApplicationScoped
class TeamAdministration {

    private final KeycloakAdmin keycloak;
    private final TeamDirectory teams;
    private final ChangeTrail trail;
    private final RosterReader roster;
    private final PatchReader patches;
    private final ObjectMapper json;
    private final ReentrantLock changing = new ReentrantLock();

    TeamAdministration(
            KeycloakAdmin keycloak,
            TeamDirectory teams,
            ChangeTrail trail,
            RosterReader roster,
            PatchReader patches,
            ObjectMapper json) {
        this.keycloak = keycloak;
        this.teams = teams;
        this.trail = trail;
        this.roster = roster;
        this.patches = patches;
        this.json = json;
    }

    TeamView create(NewTeam team, Caller caller) {
        return alone(() -> {
            var above = team.parent() == null
                    ? null
                    : teams.named(team.parent())
                            .orElseThrow(() -> Refused.field("parent", Refusal.TEAM_UNKNOWN, team.parent()));
            requireNewPath(team.path());
            var note = ChangeNote.of(caller.username(), Action.CREATED)
                    .with("path", null, team.path())
                    .with("label", null, team.label());
            var group = noted(json.createObjectNode().put("name", team.code()), team.label(), note);
            keycloak.post(
                    above == null ? "/groups" : "/groups/" + above.path("id").asText() + "/children", group);
            var made = teams.requireNamed(team.path());
            if (above != null) {
                keycloak.put(path(made), group); // Keycloak tells a new child in the history of its parent only
            }
            return teams.require(made.path("id").asText());
        });
    }

    TeamView update(String id, Patch patch, String ifMatch, Caller caller) {
        return alone(() -> {
            var current = teams.require(id);
            EntityTags.require(ifMatch, current);
            var wanted = wanted(current, patch);
            if (wanted.label().equals(current.label())) {
                return current;
            }
            var note = ChangeNote.of(caller.username(), Action.UPDATED).with("label", current.label(), wanted.label());
            keycloak.put("/groups/" + id, noted(teams.group(id).deepCopy(), wanted.label(), note));
            return teams.require(id);
        });
    }

    void delete(String id, String ifMatch, Caller caller) {
        alone(() -> {
            var current = teams.require(id);
            EntityTags.require(ifMatch, current);
            if (current.members() + current.teamsBelow() > 0) {
                throw new Refused(Refusal.TEAM_IN_USE, current.members(), current.teamsBelow());
            }
            var note = ChangeNote.of(caller.username(), Action.DELETED)
                    .with("path", current.path(), null)
                    .with("label", current.label(), null);
            keycloak.put("/groups/" + id, noted(teams.group(id).deepCopy(), current.label(), note));
            keycloak.delete("/groups/" + id, null);
            return null;
        });
    }

    private <T> T alone(Supplier<T> work) {
        changing.lock();
        try {
            return work.get();
        } catch (KeycloakRefusal refusal) {
            throw refusal.status() == 409 ? new Refused(Refusal.TEAM_TAKEN) : refusal;
        } finally {
            roster.forget();
            changing.unlock();
        }
    }

    private void requireNewPath(String path) {
        if (teams.named(path).isPresent()) {
            throw new Refused(Refusal.TEAM_TAKEN);
        }
        var used = trail.deleted("GROUP")
                .map(event -> event.path("resourcePath").asText())
                .flatMap(trail::notes)
                .anyMatch(note -> note.action() == Action.DELETED
                        && note.changes().get("path").from().asText().equals(path));
        if (used) {
            throw new Refused(Refusal.TEAM_USED);
        }
    }

    private TeamFields wanted(TeamView current, Patch patch) {
        try {
            return patches.apply(patch, new TeamFields(current.label()), TeamFields.class);
        } catch (JsonProcessingException invalid) {
            throw new InvalidBody(invalid);
        }
    }

    private static JsonNode noted(ObjectNode group, String label, ChangeNote note) {
        var attributes = group.withObjectProperty("attributes");
        attributes.putArray("label").add(label);
        attributes.set(ChangeNote.ATTRIBUTE, note.attribute());
        return group;
    }

    private static String path(JsonNode group) {
        return "/groups/" + group.path("id").asText();
    }
}
