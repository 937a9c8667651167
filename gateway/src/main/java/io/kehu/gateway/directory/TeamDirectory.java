package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.directory.Roster.Team;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads teams, which are Keycloak's groups. */
@ApplicationScoped
class TeamDirectory {

    private static final Map<String, Function<Team, Collection<String>>> FILTERS = Map.of(
            "path", team -> List.of(team.path()),
            "parent", team -> team.parent() == null ? List.of() : List.of(team.parent()));

    private final KeycloakAdmin keycloak;
    private final RosterReader roster;

    TeamDirectory(KeycloakAdmin keycloak, RosterReader roster) {
        this.keycloak = keycloak;
        this.roster = roster;
    }

    Slice<TeamView> page(DirectoryQuery query) {
        var fits = new RosterFilter<>(FILTERS, Set.of()).parse(query.filter);
        var teams = roster.current().teams().stream()
                .filter(fits)
                .filter(team -> matches(team, query.q))
                .toList();
        var slice = Slice.of(teams, Team::path, query, "teams");
        return new Slice<>(slice.items().stream().map(TeamDirectory::view).toList(), slice.nextCursor());
    }

    /** The team as it is now, its members counted. */
    TeamView require(String id) {
        var group = group(id);
        return view(new Team(
                id,
                group.path("path").asText(),
                label(group),
                keycloak.all("/groups/" + id + "/members?briefRepresentation=true")
                        .size(),
                group.path("subGroupCount").asInt()));
    }

    /** Keycloak's own group. */
    JsonNode group(String id) {
        return keycloak.find("/groups/" + KeycloakAdmin.encode(id))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "team", id));
    }

    Optional<JsonNode> named(String path) {
        var steps = path.split("/", -1);
        if (steps.length < 2
                || !steps[0].isEmpty()
                || Arrays.stream(steps).skip(1).anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        return keycloak.find("/group-by-path/"
                        + Arrays.stream(steps)
                                .skip(1)
                                .map(KeycloakAdmin::encode)
                                .collect(Collectors.joining("/")))
                .filter(group -> group.path("path").asText().equals(path));
    }

    /** Fails with 422 naming the field {@code team} if there is none of this path. */
    JsonNode requireNamed(String path) {
        return named(path).orElseThrow(() -> Refused.field("team", Refusal.TEAM_UNKNOWN, path));
    }

    static String label(JsonNode group) {
        return group.path("attributes")
                .path("label")
                .path(0)
                .asText(group.path("name").asText());
    }

    private static boolean matches(Team team, String text) {
        var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return team.path().contains(wanted)
                || team.label().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static TeamView view(Team team) {
        return new TeamView(team.id(), team.path(), team.label(), team.parent(), team.members(), team.below());
    }
}
