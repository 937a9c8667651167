package io.kehu.gateway.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.gateway.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is judged before Keycloak is asked, and what is told while it is away; system-tests have the rest, with a real one. */
@QuarkusTest
class DirectoryAccessTest {

    @TestHTTPResource("/v1/users")
    URI users;

    private static RequestSpecification administering() {
        return given().auth()
                .oauth2(Tokens.with("user:read", "user:write", "user:admin"))
                .contentType(ContentType.JSON);
    }

    @Test
    void tellsFromTheTokenWhatTheCallerMayDoThoughKeycloakIsAway() {
        given().auth()
                .oauth2(Tokens.with("sales-rep", "customer:write", "customer:read", "scope:own", "default-roles-kehu"))
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("rep"))
                .body("displayName", nullValue())
                .body("team", equalTo("/sales/east"))
                .body("roles", equalTo(List.of("sales-rep")))
                .body("permissions.scope", equalTo("OWN"))
                .body("permissions.personalData", equalTo(false))
                .body("permissions.modules", equalTo(Map.of("customer", List.of("read", "write"))));
    }

    @Test
    void refusesWhoeverHasNoToken() {
        for (var path : List.of("/v1/me", "/v1/users", "/v1/teams", "/v1/roles", "/v1/users/admin/history")) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", equalTo("authentication.required"));
        }
    }

    @Test
    void saysInChineseWhatIsWrong() {
        given().auth()
                .oauth2(Tokens.with("user:write"))
                .header("Accept-Language", "zh-CN")
                .contentType("application/json")
                .body("{\"username\":\"li.lei\",\"displayName\":\"\"}")
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("不能为空"));
    }

    @Test
    void refusesWhoeverLacksThePermission() {
        given().auth()
                .oauth2(Tokens.good())
                .header("Accept-Language", "zh-CN")
                .get("/v1/users")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("access.denied"))
                .body("detail", equalTo("您的权限不包含此操作。"))
                .body("traceId", notNullValue());
        given().auth()
                .oauth2(Tokens.with("user:read"))
                .post("/v1/users/rep/disable")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.with("user:read", "user:write"))
                .contentType(ContentType.JSON)
                .body(Map.of("roles", List.of("admin")))
                .put("/v1/users/rep/roles")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.with("user:read", "user:write"))
                .contentType(ContentType.JSON)
                .body(Map.of("permissions", Map.of()))
                .put("/v1/roles/admin")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.with("user:read", "user:write"))
                .delete("/v1/roles/analyst")
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhenKeycloakIsAway() {
        administering()
                .get("/v1/users")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("identity.unavailable"));
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        administering()
                .get("/v1/users?enable=true")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("enable"))
                .body("errors[0].message", containsString("cursor, filter, limit, q"));
        administering()
                .body("{\"username\":\"li.lei\",\"displayName\":\"Li Lei\",\"teem\":1}")
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("teem"))
                .body("errors[0].code", equalTo("field.unknown"));
        administering()
                .body("{\"team\":\"/sales\",\"rows\":\"GO\"}")
                .put("/v1/users/rep/team")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("rows"));
        administering()
                .body("{\"permissions\":{\"scope\":\"EVERYTHING\"}}")
                .put("/v1/roles/lead")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("permissions.scope"));
        administering()
                .body("{}")
                .put("/v1/roles/lead")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("permissions"));
        administering().body("{").post("/v1/users").then().statusCode(400).body("code", equalTo("request.malformed"));
        administering().post("/v1/users").then().statusCode(400);
        administering().get("/v1/users?limit=many").then().statusCode(400);
        administering().delete("/v1/users/rep").then().statusCode(405).body("code", equalTo("method.not-allowed"));
        administering().body("{}").patch("/v1/users/rep").then().statusCode(415);
        administering().get("/v1/teams/a/b/c").then().statusCode(404).body("code", equalTo("route.not-found"));
        given().auth()
                .oauth2(Tokens.with("user:read"))
                .accept("text/csv")
                .get("/v1/users")
                .then()
                .statusCode(406);
    }

    @Test
    void countsABodyThatDeclaresNoLength() throws IOException, InterruptedException {
        var body = "{\"username\":\"" + "a".repeat(6_000_000) + "\"}";
        var request = HttpRequest.newBuilder(users)
                .header("Authorization", "Bearer " + Tokens.with("user:write"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("request.too-large");
        }
    }
}
