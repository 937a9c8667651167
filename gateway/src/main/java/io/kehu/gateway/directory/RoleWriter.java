package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.directory.RoleCatalogue.JobRole;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes job roles to Keycloak, never without a {@link ChangeNote}, which goes first where the change is a call of its own. */
@ApplicationScoped
class RoleWriter {

    private final KeycloakAdmin keycloak;
    private final RoleCatalogue roles;
    private final ObjectMapper json;

    RoleWriter(KeycloakAdmin keycloak, RoleCatalogue roles, ObjectMapper json) {
        this.keycloak = keycloak;
        this.roles = roles;
        this.json = json;
    }

    void create(String name, String description, Set<String> permissions, ChangeNote note) {
        var role = noted(json.createObjectNode().put("name", name), description, note);
        if (!permissions.isEmpty()) {
            role.put("composite", true);
            role.putObject("composites").set("realm", json.valueToTree(permissions));
        }
        keycloak.post("/roles", role);
    }

    /** What is added comes first, so that nobody is without it in between; other job roles within are resolved. */
    void change(JobRole role, String description, Set<String> permissions, ChangeNote note) {
        var before = keycloak.get(path(role));
        keycloak.put(path(role), noted(before.deepCopy(), description, note));
        try {
            var parts = parts(role);
            var added = new HashMap<>(roles.permissions());
            added.keySet().retainAll(permissions);
            added.keySet().removeAll(parts.keySet());
            var removed = new HashMap<>(parts);
            removed.keySet().removeAll(permissions);
            if (!added.isEmpty()) {
                keycloak.post(path(role) + "/composites", references(added));
            }
            if (!removed.isEmpty()) {
                keycloak.delete(path(role) + "/composites", references(removed));
            }
        } catch (RuntimeException failure) {
            sayThatItFailed(role, before, note, failure);
            throw failure;
        }
    }

    /** How many users and programs have the role. */
    int users(JobRole role) {
        return keycloak.all(path(role) + "/users").size();
    }

    void delete(JobRole role, ChangeNote note) {
        var before = keycloak.get(path(role));
        keycloak.put(path(role), noted(before.deepCopy(), role.description(), note));
        try {
            keycloak.delete(path(role), null);
        } catch (RuntimeException failure) {
            sayThatItFailed(role, before, note, failure);
            throw failure;
        }
    }

    private void sayThatItFailed(JobRole role, JsonNode before, ChangeNote note, RuntimeException failure) {
        try {
            keycloak.put(path(role), noted(before.deepCopy(), role.description(), note.asFailed()));
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
        }
    }

    private Map<String, String> parts(JobRole role) {
        var parts = new HashMap<String, String>();
        keycloak.get(path(role) + "/composites/realm")
                .forEach(part ->
                        parts.put(part.path("name").asText(), part.path("id").asText()));
        return parts;
    }

    private ArrayNode references(Map<String, String> ids) {
        var references = json.createArrayNode();
        ids.forEach((name, id) -> references.addObject().put("id", id).put("name", name));
        return references;
    }

    private static ObjectNode noted(ObjectNode role, String description, ChangeNote note) {
        role.put("description", description == null ? "" : description);
        role.withObjectProperty("attributes").set(ChangeNote.ATTRIBUTE, note.attribute());
        return role;
    }

    private static String path(JobRole role) {
        return "/roles/" + KeycloakAdmin.encode(role.name());
    }
}
