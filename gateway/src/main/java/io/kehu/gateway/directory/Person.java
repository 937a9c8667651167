package io.kehu.gateway.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A user as Keycloak has it.
 *
 * @param id    Keycloak's own id
 * @param team  group path, or null
 * @param roles job roles, sorted
 */
record Person(
        String id,
        String username,
        String displayName,
        String email,
        boolean enabled,
        Instant createdAt,
        String team,
        List<String> roles) {

    private static final String SERVICE_ACCOUNT = "service-account-";

    static Person of(JsonNode user, String team, List<String> roles) {
        return new Person(
                user.path("id").asText(),
                user.path("username").asText(),
                displayName(user),
                user.path("email").asText(null),
                user.path("enabled").asBoolean(),
                Instant.ofEpochMilli(user.path("createdTimestamp").asLong()),
                team,
                roles);
    }

    /** Accounts of programs are no users that anyone administers here. */
    static boolean isPerson(String username) {
        return !username.startsWith(SERVICE_ACCOUNT);
    }

    UserFields fields() {
        return new UserFields(displayName, email, enabled);
    }

    UserView view(Caller caller) {
        return new UserView(
                username,
                displayName,
                email == null || caller.seesPersonalData() ? email : mask(email),
                enabled,
                team,
                roles,
                createdAt);
    }

    /** {@code l****@example.com}, as the services mask it. */
    static String mask(String email) {
        var at = email.indexOf('@');
        return at < 1 ? "****" : email.charAt(0) + "****" + email.substring(at);
    }

    /** Names written in Chinese alone stand family name first, without a gap. */
    private static String displayName(JsonNode user) {
        var given = user.path("firstName").asText("").strip();
        var family = user.path("lastName").asText("").strip();
        if (given.isEmpty() || family.isEmpty()) {
            var name = given + family;
            return name.isEmpty() ? user.path("username").asText() : name;
        }
        var chinese = (given + family)
                .codePoints()
                .allMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
        return chinese ? family + given : given + " " + family;
    }
}
