package io.kehu.gateway.directory;

import io.kehu.gateway.keycloak.KeycloakAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The job roles of the realm with all that each one allows, asked of Keycloak at most twice a minute. */
@ApplicationScoped
class RoleCatalogue {

    private static final long LIFE_NANOS = 30_000_000_000L;

    private final KeycloakAdmin keycloak;
    private List<JobRole> known;
    private long readAt;

    RoleCatalogue(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** By name. */
    synchronized List<JobRole> jobRoles() {
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

    private List<JobRole> read() {
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
        return all.stream()
                .filter(role -> Permissions.isJobRole(role.path("name").asText()))
                .map(role -> new JobRole(
                        role.path("id").asText(),
                        role.path("name").asText(),
                        role.path("description").asText(null),
                        granted(role.path("name").asText(), direct, new TreeSet<>())))
                .sorted(Comparator.comparing(JobRole::name))
                .toList();
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

    /** @param grants realm roles that it bundles */
    record JobRole(String id, String name, String description, Set<String> grants) {}
}
