package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.directory.Roster.Team;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** Reads the roster from Keycloak, at most once in a while and anew after each change made here. */
@ApplicationScoped
class RosterReader {

    private final KeycloakAdmin keycloak;
    private final RoleCatalogue roles;
    private final long lifeNanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot snapshot;

    RosterReader(KeycloakAdmin keycloak, RoleCatalogue roles, GatewayConfig config) {
        this.keycloak = keycloak;
        this.roles = roles;
        this.lifeNanos = config.rosterLife().toNanos();
    }

    Roster current() {
        var known = snapshot;
        if (known != null && known.isFresh(lifeNanos)) {
            return known.roster();
        }
        reading.lock();
        try {
            if (snapshot == null || !snapshot.isFresh(lifeNanos)) {
                var begun = System.nanoTime();
                snapshot = new Snapshot(read(), begun);
            }
            return snapshot.roster();
        } finally {
            reading.unlock();
        }
    }

    void forget() {
        reading.lock();
        try {
            snapshot = null;
        } finally {
            reading.unlock();
        }
    }

    private Roster read() {
        var teamsOf = new HashMap<String, TreeSet<String>>();
        var teams = new ArrayList<Team>();
        read("/groups?briefRepresentation=false", teams, teamsOf);
        teams.sort(Comparator.comparing(Team::path));
        var rolesOf = new HashMap<String, TreeSet<String>>();
        for (var role : roles.jobRoles()) {
            keycloak.all("/roles/" + KeycloakAdmin.encode(role.name()) + "/users?briefRepresentation=true")
                    .forEach(user -> add(rolesOf, user, role.name()));
        }
        var people = keycloak.all("/users?briefRepresentation=true").stream()
                .filter(user -> Person.isPerson(user.path("username").asText()))
                .map(user -> {
                    var id = user.path("id").asText();
                    var team = teamsOf.getOrDefault(id, new TreeSet<>());
                    return Person.of(
                            user,
                            team.isEmpty() ? null : team.first(),
                            List.copyOf(rolesOf.getOrDefault(id, new TreeSet<>())));
                })
                .sorted(Comparator.comparing(Person::username))
                .toList();
        return new Roster(people, List.copyOf(teams));
    }

    private void read(String list, List<Team> teams, Map<String, TreeSet<String>> teamsOf) {
        for (var group : keycloak.all(list)) {
            var id = group.path("id").asText();
            var path = group.path("path").asText();
            var members = keycloak.all("/groups/" + id + "/members?briefRepresentation=true");
            members.forEach(member -> add(teamsOf, member, path));
            var below = group.path("subGroupCount").asInt();
            teams.add(new Team(id, path, TeamDirectory.label(group), members.size(), below));
            if (below > 0) {
                read("/groups/" + id + "/children?briefRepresentation=false", teams, teamsOf);
            }
        }
    }

    private static void add(Map<String, TreeSet<String>> values, JsonNode user, String value) {
        values.computeIfAbsent(user.path("id").asText(), _ -> new TreeSet<>()).add(value);
    }

    private record Snapshot(Roster roster, long begun) {

        boolean isFresh(long lifeNanos) {
            return System.nanoTime() - begun < lifeNanos;
        }
    }
}
