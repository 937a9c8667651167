package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The job roles of the realm with all that each one allows, asked of Keycloak at most twice a minute. */
@ApplicationScoped
class RoleCatalogue {

    private static final long LIFE_NANOS = 30_000_000_000L;

    private final KeycloakAdmin keycloak;
    private Realm known;
    private long readAt;

    RoleCatalogue(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** By name. */
    List<JobRole> jobRoles() {
        return realm().jobRoles();
    }

    Optional<JobRole> named(String name) {
        return jobRoles().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** The realm roles that job roles are made of, with their ids by name. */
    Map<String, String> permissions() {
        return realm().permissions();
    }

    /** A role has been changed. */
    synchronized void forget() {
        known = null;
    }

    private synchronized Realm realm() {
        if (known == null || System.nanoTime() - readAt > LIFE_NANOS) {
            known = read();
            readAt = System.nanoTime();
        }
        return known;
    }

    /** The job roles by which a user may administer users. */
    List<JobRole> administrating() {
        return jobRoles().stream()
                .filter(role -> role.grants().contains(Permissions.ADMINISTER_USERS))
                .toList();
    }

    private Realm read() {
        var all = keycloak.all("/roles?briefRepresentation=true");
        var direct = new HashMap<String, Set<String>>();
        for (var role : all) {
            var name = role.path("name").asText();
            var parts = new TreeSet<String>();
            if (Permissions.isJobRole(name)) {
                keycloak.get("/roles/" + KeycloakAdmin.encode(name) + "/composites/realm")
                        .forEach(part -> parts.add(part.path("name").asText()));
            }
            direct.put(name, parts);
        }
        var permissions = all.stream()
                .filter(role -> role.path("name").asText().contains(":"))
                .collect(Collectors.toUnmodifiableMap(
                        role -> role.path("name").asText(),
                        role -> role.path("id").asText()));
        var jobRoles = all.stream()
                .filter(role -> Permissions.isJobRole(role.path("name").asText()))
                .map(role -> new JobRole(
                        role.path("id").asText(),
                        role.path("name").asText(),
                        description(role),
                        granted(role.path("name").asText(), direct, new TreeSet<>())))
                .sorted(Comparator.comparing(JobRole::name))
                .toList();
        return new Realm(jobRoles, permissions);
    }

    /** Keycloak cannot take a description away, only empty it. */
    private static String description(JsonNode role) {
        var text = role.path("description").asText("");
        return text.isBlank() ? null : text;
    }

    /** A role may be made of other job roles, and grants what they grant. */
    private static Set<String> granted(String role, Map<String, Set<String>> direct, Set<String> found) {
        for (var part : direct.getOrDefault(role, Set.of())) {
            if (found.add(part)) {
                granted(part, direct, found);
            }
        }
        return found;
    }

    private record Realm(List<JobRole> jobRoles, Map<String, String> permissions) {}

    /** @param grants realm roles that it bundles */
    record JobRole(String id, String name, String description, Set<String> grants) {}
}
