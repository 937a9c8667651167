package io.kehu.local;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Access tokens for people at a terminal: of a user by name and password, as only the development client allows, and of a
 * program's account, whose name begins with {@code kehu-}, by its secret.
 */
record Tokens(Topology topology, Probe probe) {

    private static final String PROGRAM = "kehu-";
    private static final String DEVELOPMENT_SECRET = "kehu-development-secret";

    /** What the shipped realm knows a user or program by. */
    static String developmentSecret(String name) {
        return name.startsWith(PROGRAM) ? DEVELOPMENT_SECRET : LocalPostgres.PASSWORD;
    }

    String token(String user, String password) {
        var keycloak = topology.url(Topology.KEYCLOAK);
        var grant = user.startsWith(PROGRAM)
                ? "grant_type=client_credentials&client_id=%s&client_secret=%s"
                : "grant_type=password&client_id=kehu-cli&username=%s&password=%s";
        var answer = probe.postForm(
                        keycloak + "/realms/kehu/protocol/openid-connect/token",
                        grant.formatted(encoded(user), encoded(password)))
                .orElseThrow(() -> new StackFailure("Keycloak does not answer at %s; is Kehu up?".formatted(keycloak)));
        try {
            var body = new ObjectMapper().readTree(answer.body());
            if (!body.has("access_token")) {
                throw new StackFailure("no token for %s: %s"
                        .formatted(user, body.path("error_description").asText()));
            }
            return body.path("access_token").asText();
        } catch (JacksonException _) {
            throw new StackFailure("no token for %s: Keycloak answers %d".formatted(user, answer.statusCode()));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
