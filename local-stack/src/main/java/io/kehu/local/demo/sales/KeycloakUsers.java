package io.kehu.local.demo.sales;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.local.demo.client.Api;
import io.kehu.local.demo.client.Login;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** Teams and users at Keycloak's admin API: makes what is missing, leaves alone what is there. */
final class KeycloakUsers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api keycloak;
    private final Map<String, JsonNode> roles = new HashMap<>();
    private int teamsMade;
    private int usersMade;

    KeycloakUsers(Api keycloak) {
        this.keycloak = keycloak;
    }

    void ensure(Collection<DemoUser> users) {
        var teams = new LinkedHashSet<String>();
        users.forEach(user -> teams.add(user.team()));
        teams.forEach(this::ensureTeam);
        users.forEach(this::ensureUser);
    }

    int teamsMade() {
        return teamsMade;
    }

    int usersMade() {
        return usersMade;
    }

    /** @return the id of the group */
    private String ensureTeam(String path) {
        var found = keycloak.get("/group-by-path" + path).ifThere();
        if (found.isPresent()) {
            return found.get().json().path("id").asText();
        }
        var split = path.lastIndexOf('/');
        var above = split == 0 ? "/groups" : "/groups/%s/children".formatted(ensureTeam(path.substring(0, split)));
        var name = path.substring(split + 1);
        var answer = keycloak.post(above, JSON.createObjectNode().put("name", name), path);
        teamsMade++;
        return keycloak.get("/group-by-path" + path)
                .ifThere()
                .orElseGet(answer::require)
                .json()
                .path("id")
                .asText();
    }

    private void ensureUser(DemoUser user) {
        var id = find(user);
        if (id == null) {
            var answer = keycloak.post("/users", representation(user), user.username());
            id = find(user);
            if (id == null) {
                answer.require();
            }
            usersMade++;
        }
        ensureRole(id, user.role());
    }

    private String find(DemoUser user) {
        var query = Api.query(Map.of("username", user.username(), "exact", "true"));
        var found = keycloak.get("/users" + query).require().json();
        return found.isEmpty() ? null : found.get(0).path("id").asText();
    }

    private void ensureRole(String id, String name) {
        var mappings = "/users/%s/role-mappings/realm".formatted(id);
        for (var mapped : keycloak.get(mappings).require().json()) {
            if (mapped.path("name").asText().equals(name)) {
                return;
            }
        }
        var role = roles.computeIfAbsent(
                name, missing -> keycloak.get("/roles/" + missing).require().json());
        keycloak.post(mappings, JSON.createArrayNode().add(role), id + name).require();
    }

    private static JsonNode representation(DemoUser user) {
        var representation = JSON.createObjectNode()
                .put("username", user.username())
                .put("firstName", user.firstName())
                .put("lastName", user.lastName())
                .put("email", user.email())
                .put("emailVerified", true)
                .put("enabled", true);
        representation.putArray("groups").add(user.team());
        representation
                .putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", Login.PASSWORD)
                .put("temporary", false);
        return representation;
    }
}
