package io.kehu.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes users and clients of the running suite's realm, through Keycloak's admin API, and logs them in. */
final class Realm {

    private static final String PASSWORD = "kehu-development";
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);
    private static final Duration ADMIN_TOKEN_USE = Duration.ofSeconds(30);

    private final String keycloak;
    private final Map<String, Login> logins = new HashMap<>();
    private Set<Map<String, Object>> roles;

    Realm(Suite suite) {
        keycloak = suite.url("KEYCLOAK");
    }

    private record Login(String token, Instant at) {}

    /** All permissions and scopes that the realm knows, for instance {@code customer:read}. */
    Set<String> permissions() {
        return roles().stream()
                .map(role -> (String) role.get("name"))
                .filter(name -> name.contains(":"))
                .collect(Collectors.toSet());
    }

    private Set<Map<String, Object>> roles() {
        if (roles == null) {
            roles = Set.copyOf(administration()
                    .get("/roles?briefRepresentation=true&max=1000")
                    .jsonPath()
                    .<Map<String, Object>>getList(""));
        }
        return roles;
    }

    /** A user who has exactly these permissions and scopes. */
    void user(String username, Collection<String> permissions) {
        create(
                "/users",
                "/users?exact=true&username=" + username,
                Map.of(
                        "username",
                        username,
                        "firstName",
                        username,
                        "lastName",
                        "Test",
                        "email",
                        username + "@example.com",
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        var id = administration().get("/users?exact=true&username=" + username).path("[0].id");
        var granted = roles().stream()
                .filter(role -> permissions.contains(role.get("name")))
                .toList();
        administration()
                .body(granted)
                .post("/users/" + id + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    /** A public client whose tokens live for so many seconds, and are for the API or for nobody. */
    void client(String name, int seconds, boolean forTheApi) {
        var audience = Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", "kehu-api", "access.token.claim", "true"));
        create(
                "/clients",
                "/clients?clientId=" + name,
                Map.of(
                        "clientId",
                        name,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", Integer.toString(seconds)),
                        "protocolMappers",
                        forTheApi ? List.of(audience) : List.of()));
    }

    /** In the place of the one of an earlier run, on a suite that is up for longer. */
    private void create(String collection, String sameName, Map<String, ?> representation) {
        var former = administration().get(sameName).<String>path("[0].id");
        if (former != null) {
            administration().delete(collection + "/" + former).then().statusCode(204);
        }
        administration().body(representation).post(collection).then().statusCode(201);
    }

    String token(String username) {
        return kept("kehu", "kehu-cli", username, TOKEN_USE);
    }

    private synchronized String kept(String realm, String client, String username, Duration use) {
        var known = logins.get(realm + "/" + username);
        if (known == null || known.at().isBefore(Instant.now().minus(use))) {
            known = new Login(token(realm, client, username), Instant.now());
            logins.put(realm + "/" + username, known);
        }
        return known.token();
    }

    /** A new token, of any realm and client. */
    String token(String realm, String client, String username) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", username)
                .formParam("password", PASSWORD)
                .post(keycloak + "/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private RequestSpecification administration() {
        return given().baseUri(keycloak)
                .basePath("/admin/realms/kehu")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(kept("master", "admin-cli", "admin", ADMIN_TOKEN_USE));
    }
}
