package io.kehu.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The gateway and the Keycloak of the running suite, as those use them who administer its users. */
final class DirectoryUnderTest {

    private static final String PASSWORD = "kehu-development";
    private static final String SECRET = "kehu-development-secret";

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String gateway;
    private final String keycloak;

    DirectoryUnderTest(Suite suite) {
        gateway = suite.url("GATEWAY");
        keycloak = suite.url("KEYCLOAK");
    }

    RequestSpecification nobody() {
        return given().baseUri(gateway);
    }

    RequestSpecification as(String user) {
        return given().baseUri(gateway).auth().oauth2(token(user)).contentType(ContentType.JSON);
    }

    RequestSpecification patching(String user) {
        return given().baseUri(gateway)
                .auth()
                .oauth2(token(user))
                .contentType("application/merge-patch+json; charset=UTF-8");
    }

    String newName() {
        return "t" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** @return the username */
    String newUser(Map<String, Object> fields) {
        var name = newName();
        var user = new HashMap<>(fields);
        user.put("username", name);
        user.put("displayName", "Test");
        as("admin").body(user).post("/v1/users").then().statusCode(201);
        return name;
    }

    /** A password that lasts, which only Keycloak itself gives. */
    String givePassword(String user) {
        administering()
                .body(Map.of("type", "password", "value", PASSWORD, "temporary", false))
                .put("/users/" + id(user) + "/reset-password")
                .then()
                .statusCode(204);
        return PASSWORD;
    }

    void grant(String user, String... roles) {
        var granted = List.of(roles).stream()
                .map(role -> administering().get("/roles/" + role).as(Map.class))
                .toList();
        administering()
                .body(granted)
                .post("/users/" + id(user) + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    void removeFromKeycloak(String user) {
        administering().delete("/users/" + id(user)).then().statusCode(204);
    }

    void renameInKeycloak(String user, String name) {
        given().baseUri(keycloak + "/admin/realms/kehu")
                .auth()
                .oauth2(grantToken(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "admin",
                                "password",
                                PASSWORD)))
                .contentType(ContentType.JSON)
                .body(Map.of("firstName", name))
                .put("/users/" + id(user))
                .then()
                .statusCode(204);
    }

    /** Whether a service has yet to hear that the user's rows follow. */
    boolean isFollowed(String user) {
        return administering().get("/users/" + id(user)).path("attributes.'kehu.rows'") != null;
    }

    ValidatableResponse login(String user, String password) {
        return given().baseUri(keycloak)
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "kehu-cli", "username", user, "password", password))
                .post("/realms/kehu/protocol/openid-connect/token")
                .then();
    }

    /** Shipped users keep their permissions over the test, so their tokens may be used again; others are fresh. */
    private String token(String user) {
        if (user.startsWith("t")) {
            return login(user, PASSWORD).statusCode(200).extract().path("access_token");
        }
        return tokens.computeIfAbsent(
                user, name -> login(name, PASSWORD).statusCode(200).extract().path("access_token"));
    }

    private RequestSpecification administering() {
        return given().baseUri(keycloak + "/admin/realms/kehu")
                .urlEncodingEnabled(true)
                .auth()
                .oauth2(grantToken(
                        "kehu",
                        Map.of("grant_type", "client_credentials", "client_id", "kehu-admin", "client_secret", SECRET)))
                .contentType(ContentType.JSON);
    }

    private String grantToken(String realm, Map<String, String> form) {
        return given().baseUri(keycloak)
                .formParams(form)
                .post("/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private String id(String user) {
        return administering()
                .queryParams(Map.of("username", user, "exact", true))
                .get("/users")
                .then()
                .extract()
                .path("[0].id");
    }
}
