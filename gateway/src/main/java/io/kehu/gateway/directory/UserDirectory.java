package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.gateway.keycloak.KeycloakAdmin;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads users: lists from the roster, one by one straight from Keycloak. */
@ApplicationScoped
class UserDirectory {

    private static final Map<String, Function<Person, Collection<String>>> FILTERS = Map.of(
            "username", person -> List.of(person.username()),
            "enabled", person -> List.of(Boolean.toString(person.enabled())),
            "team", person -> person.team() == null ? List.of() : List.of(person.team()),
            "role", Person::roles);

    private final KeycloakAdmin keycloak;
    private final RosterReader roster;

    UserDirectory(KeycloakAdmin keycloak, RosterReader roster) {
        this.keycloak = keycloak;
        this.roster = roster;
    }

    Slice<UserView> page(DirectoryQuery query, Caller caller) {
        var fits = new RosterFilter<>(FILTERS, Set.of("enabled")).parse(query.filter);
        var people = roster.current().people().stream()
                .filter(fits)
                .filter(person -> matches(person, query.q, caller))
                .toList();
        var slice = Slice.of(people, Person::username, query, "users");
        return new Slice<>(
                slice.items().stream().map(person -> person.view(caller)).toList(), slice.nextCursor());
    }

    Person require(String username) {
        return find(username).orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "user", username));
    }

    Optional<Person> find(String username) {
        return representation(username).map(user -> {
            var id = user.path("id").asText();
            var teams = names(keycloak.get("/users/" + id + "/groups"), "path").stream()
                    .sorted()
                    .toList();
            var roles = names(keycloak.get("/users/" + id + "/role-mappings/realm"), "name").stream()
                    .filter(Permissions::isJobRole)
                    .sorted()
                    .toList();
            return Person.of(user, teams.isEmpty() ? null : teams.getFirst(), roles);
        });
    }

    /** Keycloak's own account of a user. */
    Optional<JsonNode> representation(String username) {
        if (!Person.isPerson(username)) {
            return Optional.empty();
        }
        var found =
                keycloak.get("/users?exact=true&briefRepresentation=false&username=" + KeycloakAdmin.encode(username));
        return found.valueStream()
                .filter(user -> user.path("username").asText().equals(username))
                .findFirst();
    }

    /** Every realm role that a user has, also by a job role or a team. */
    Set<String> grants(Person person) {
        return Set.copyOf(names(keycloak.get("/users/" + person.id() + "/role-mappings/realm/composite"), "name"));
    }

    static List<String> names(JsonNode items, String field) {
        var names = new ArrayList<String>();
        items.forEach(item -> names.add(item.path(field).asText()));
        return names;
    }

    /** Whoever may not see an address cannot find out about it by searching either. */
    private static boolean matches(Person person, String text, Caller caller) {
        if (text == null || text.isBlank()) {
            return true;
        }
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var email = caller.seesPersonalData() ? person.email() : null;
        return Stream.of(person.username(), person.displayName(), email == null ? "" : email)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
