package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users, teams and roles as an administrator has them, on the real Keycloak. */
class DirectoryIT {

    private static final DirectoryUnderTest DIRECTORY = new DirectoryUnderTest();

    @BeforeAll
    static void start() {
        DIRECTORY.start();
    }

    @AfterAll
    static void stop() {
        DIRECTORY.close();
    }

    @Test
    void tellsACallerWhoHeIsAndWhatHeMayDo() {
        DIRECTORY
                .as("rep")
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("rep"))
                .body("displayName", containsString("东区销售"))
                .body("email", equalTo("rep@kehu.example"))
                .body("team", equalTo("/sales/east"))
                .body("roles", equalTo(List.of("sales-rep")))
                .body("permissions.scope", equalTo("OWN"))
                .body("permissions.personalData", equalTo(true))
                .body("permissions.modules.customer", equalTo(List.of("read", "write")))
                .body("permissions.modules.user", nullValue());
    }

    @Test
    void isClosedToWhoeverLacksThePermission() {
        DIRECTORY.nobody().get("/v1/users").then().statusCode(401).body("code", equalTo("authentication.required"));
        DIRECTORY.nobody().get("/v1/me").then().statusCode(401);
        for (var path : List.of("/v1/users", "/v1/users/admin", "/v1/users/admin/history", "/v1/teams", "/v1/roles")) {
            DIRECTORY.as("manager").get(path).then().statusCode(403).body("code", equalTo("access.denied"));
        }
        DIRECTORY.as("manager").post("/v1/users/admin/disable").then().statusCode(403);
    }

    @Test
    void makesAUserWhoseFirstPasswordMustBeChanged() {
        var name = DIRECTORY.newName();
        DIRECTORY
                .as("admin")
                .body(Map.of(
                        "username",
                        name,
                        "displayName",
                        "李雷",
                        "email",
                        name + "@kehu.example",
                        "team",
                        "/sales/east",
                        "roles",
                        List.of("sales-rep")))
                .post("/v1/users")
                .then()
                .statusCode(201)
                .header("Location", "/v1/users/" + name)
                .header("ETag", notNullValue())
                .body("displayName", equalTo("李雷"))
                .body("team", equalTo("/sales/east"))
                .body("roles", equalTo(List.of("sales-rep")))
                .body("enabled", equalTo(true));
        var password = DIRECTORY
                .as("admin")
                .post("/v1/users/" + name + "/reset-password")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .<String>path("temporaryPassword");
        assertThat(password).hasSize(23);
        DIRECTORY.login(name, password).statusCode(400).body("error_description", containsString("not fully set up"));
        DIRECTORY.login(name, "wrong").body("error_description", containsString("Invalid user credentials"));
        var history = DIRECTORY
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("PASSWORD_RESET", "ROLES_CHANGED", "CREATED")))
                .body("items.actor", everyItem(equalTo("admin")))
                .body("items[1].changes[0].to", equalTo(List.of("sales-rep")))
                .extract()
                .asString();
        assertThat(history).doesNotContain(password);
    }

    @Test
    void refusesWhatIsWrongNamingTheField() {
        var name = DIRECTORY.newUser(Map.of());
        var admin = "admin";
        DIRECTORY
                .as(admin)
                .body(Map.of("username", name, "displayName", "Again"))
                .post("/v1/users")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("user.username-taken"))
                .body("traceId", notNullValue());
        DIRECTORY
                .as(admin)
                .body(Map.of("username", DIRECTORY.newName(), "displayName", "X", "email", "rep@kehu.example"))
                .post("/v1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.email-taken"));
        DIRECTORY
                .as(admin)
                .body(Map.of("username", "No Good", "displayName", " ", "email", "x"))
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("displayName", "email", "username")));
        DIRECTORY
                .as(admin)
                .body(Map.of("username", "service-account-mine", "displayName", "X"))
                .post("/v1/users")
                .then()
                .statusCode(409);
        DIRECTORY
                .as(admin)
                .header("Accept-Language", "zh-CN")
                .body(Map.of("username", DIRECTORY.newName(), "displayName", "X", "teem", "/sales"))
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("teem"))
                .body("errors[0].code", equalTo("field.unknown"))
                .body("detail", containsString("请求中有字段不合法"));
        DIRECTORY
                .as(admin)
                .body(Map.of("username", DIRECTORY.newName(), "displayName", "X", "team", "/nowhere"))
                .post("/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("team"))
                .body("errors[0].code", equalTo("team.unknown"));
        DIRECTORY
                .as(admin)
                .body(Map.of("username", DIRECTORY.newName(), "displayName", "X", "roles", List.of("customer:read")))
                .post("/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("roles"));
        DIRECTORY
                .as(admin)
                .body("{")
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        DIRECTORY
                .as(admin)
                .get("/v1/users/nobody-" + name)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        DIRECTORY.as(admin).get("/v1/users/service-account-kehu-admin").then().statusCode(404);
        DIRECTORY.as(admin).get("/v1/users/" + name + "/nothing").then().statusCode(404);
        DIRECTORY
                .as(admin)
                .get("/v1/users?enable=true")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("parameter.unknown"));
    }

    @Test
    void changesAUserByMergePatch() {
        var name = DIRECTORY.newUser(Map.of("email", DIRECTORY.newName() + "@kehu.example"));
        var tag = DIRECTORY.as("admin").get("/v1/users/" + name).header("ETag");
        DIRECTORY
                .patching("admin")
                .header("If-Match", tag)
                .body("{\"displayName\": \"韩梅梅\", \"email\": null}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("韩梅梅"))
                .body("email", nullValue())
                .body("enabled", equalTo(true));
        DIRECTORY
                .patching("admin")
                .header("If-Match", tag)
                .body("{\"displayName\": \"Stale\"}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        DIRECTORY
                .patching("admin")
                .body("{\"username\": \"other\"}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(400);
        DIRECTORY
                .patching("admin")
                .body("{\"enabled\": null}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(400);
        DIRECTORY.patching("admin").body("[]").patch("/v1/users/" + name).then().statusCode(400);
        DIRECTORY
                .as("admin")
                .header(
                        "If-None-Match",
                        DIRECTORY.as("admin").get("/v1/users/" + name).header("ETag"))
                .get("/v1/users/" + name)
                .then()
                .statusCode(304);
        DIRECTORY
                .as("admin")
                .get("/v1/users/" + name + "/history?limit=1")
                .then()
                .body("items[0].action", equalTo("UPDATED"))
                .body("items[0].changes.find { it.field == 'displayName' }.from", equalTo("Test"))
                .body("items[0].changes.find { it.field == 'displayName' }.to", equalTo("韩梅梅"))
                .body("nextCursor", notNullValue());
    }

    @Test
    void movesAUserWhoseNextTokenSaysSo() {
        var name = DIRECTORY.newUser(Map.of("team", "/sales/west"));
        DIRECTORY.givePassword(name);
        DIRECTORY
                .as("admin")
                .body(Map.of("team", "/sales/east", "rows", "STAY"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(200)
                .body("team", equalTo("/sales/east"));
        DIRECTORY.as(name).get("/v1/me").then().body("team", equalTo("/sales/east"));
        DIRECTORY
                .as("admin")
                .get("/v1/users?filter=team==/sales/west")
                .then()
                .body("items.username", not(hasItem(name)));
        DIRECTORY
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items[0].action", equalTo("TEAM_CHANGED"))
                .body("items[0].changes[0].from", equalTo("/sales/west"))
                .body("items[0].changes[0].to", equalTo("/sales/east"))
                .body("items[0].failed", equalTo(false));
        DIRECTORY
                .as("admin")
                .body(Map.of("team", "/sales/north", "rows", "STAY"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("team"));
        DIRECTORY
                .as("admin")
                .body(Map.of("team", "/sales"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(400);
    }

    @Test
    void keepsADisabledUserOut() {
        var name = DIRECTORY.newUser(Map.of());
        var password = DIRECTORY.givePassword(name);
        DIRECTORY.login(name, password).statusCode(200);
        DIRECTORY
                .as("admin")
                .post("/v1/users/" + name + "/disable")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));
        DIRECTORY.login(name, password).statusCode(400).body("error_description", containsString("disabled"));
        DIRECTORY.as("admin").get("/v1/users?filter=enabled==false").then().body("items.username", hasItem(name));
        DIRECTORY.as("admin").post("/v1/users/" + name + "/enable").then().body("enabled", equalTo(true));
        DIRECTORY.login(name, password).statusCode(200);
        DIRECTORY
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items.action", hasItems("ENABLED", "DISABLED", "CREATED"));
    }

    @Test
    void letsNoAdministratorLockHimselfOrEverybodyOut() {
        DIRECTORY
                .as("admin")
                .post("/v1/users/admin/disable")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.self-disable"));
        DIRECTORY
                .patching("admin")
                .body("{\"enabled\": false}")
                .patch("/v1/users/admin")
                .then()
                .statusCode(409);
        DIRECTORY
                .as("admin")
                .body(Map.of("roles", List.of("analyst")))
                .put("/v1/users/admin/roles")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.self-demotion"));
        var other = DIRECTORY.newUser(Map.of("roles", List.of("admin")));
        DIRECTORY.givePassword(other);
        var asAdmin = DIRECTORY.as("admin");
        var roles = Map.of("roles", List.of("analyst"));
        DIRECTORY.as(other).body(roles).put("/v1/users/admin/roles").then().statusCode(200);
        try {
            asAdmin.post("/v1/users/" + other + "/disable")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("user.last-administrator"));
        } finally {
            DIRECTORY
                    .as(other)
                    .body(Map.of("roles", List.of("admin")))
                    .put("/v1/users/admin/roles")
                    .then()
                    .statusCode(200);
        }
        DIRECTORY.as("admin").post("/v1/users/" + other + "/disable").then().statusCode(200);
    }

    @Test
    void letsNobodyRiseAboveHimself() {
        var clerk = DIRECTORY.newUser(Map.of());
        DIRECTORY.givePassword(clerk);
        DIRECTORY.grant(clerk, "user:read", "user:write");
        DIRECTORY
                .as(clerk)
                .post("/v1/users/admin/reset-password")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.above-you"));
        DIRECTORY
                .patching(clerk)
                .body("{\"email\": \"x@kehu.example\"}")
                .patch("/v1/users/admin")
                .then()
                .statusCode(403);
        DIRECTORY
                .as(clerk)
                .body(Map.of("username", DIRECTORY.newName(), "displayName", "X", "roles", List.of("admin")))
                .post("/v1/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.roles-denied"));
        DIRECTORY
                .as(clerk)
                .body(Map.of("roles", List.of("admin")))
                .put("/v1/users/" + clerk + "/roles")
                .then()
                .statusCode(403);
        DIRECTORY
                .as(clerk)
                .body(Map.of("team", "/sales", "rows", "STAY"))
                .put("/v1/users/" + clerk + "/team")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.self-move"));
        var plain = DIRECTORY.newUser(Map.of("email", DIRECTORY.newName() + "@kehu.example"));
        DIRECTORY.as(clerk).get("/v1/users/" + plain).then().body("email", containsString("****@kehu.example"));
        DIRECTORY
                .patching(clerk)
                .body("{\"displayName\": \"Y\"}")
                .patch("/v1/users/" + plain)
                .then()
                .statusCode(200);
    }

    @Test
    void neverGivesANameAgain() {
        var name = DIRECTORY.newUser(Map.of());
        DIRECTORY.removeFromKeycloak(name);
        DIRECTORY
                .as("admin")
                .body(Map.of("username", name, "displayName", "Another"))
                .post("/v1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.username-used"));
    }

    @Test
    void listsUsersByFilterSearchAndPage() {
        var names = new ArrayList<String>();
        String cursor = null;
        do {
            var page = DIRECTORY
                    .as("admin")
                    .queryParams(cursor == null ? Map.of("limit", 4) : Map.of("limit", 4, "cursor", cursor))
                    .get("/v1/users")
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.path("items.username"));
            cursor = page.path("nextCursor");
            assertThat(page.header("Link") != null).isEqualTo(cursor != null);
        } while (cursor != null);
        assertThat(names)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("admin", "rep", "rep-west", "finance", "operator")
                .noneMatch(name -> name.startsWith("service-account"));

        var filter = "role==sales-rep;team=in=(/sales/east,/sales/west);enabled==true;username==rep*";
        DIRECTORY
                .as("admin")
                .queryParam("filter", filter)
                .get("/v1/users")
                .then()
                .body("items.username", equalTo(List.of("rep", "rep-west")));
        DIRECTORY
                .as("admin")
                .queryParam("q", "Marketing")
                .get("/v1/users")
                .then()
                .body("items.username", hasItem("marketing"));
        DIRECTORY
                .as("admin")
                .queryParam("filter", "phone==1")
                .get("/v1/users")
                .then()
                .statusCode(400)
                .body("code", equalTo("filter.field"))
                .body("detail", containsString("enabled, role, team, username"));
        DIRECTORY
                .as("admin")
                .queryParam("filter", "enabled==maybe")
                .get("/v1/users")
                .then()
                .statusCode(400);
        DIRECTORY.as("admin").queryParam("filter", "((").get("/v1/users").then().statusCode(400);
        DIRECTORY
                .as("admin")
                .queryParam("cursor", "bm90aGluZw")
                .get("/v1/users")
                .then()
                .statusCode(400);
        DIRECTORY.as("admin").queryParam("limit", 201).get("/v1/users").then().statusCode(400);
        DIRECTORY.as("admin").queryParam("limit", "x").get("/v1/users").then().statusCode(400);
    }

    @Test
    void managesTeamsWhosePathsStayTheirOwn() {
        var code = DIRECTORY.newName();
        var id = DIRECTORY
                .as("admin")
                .body(Map.of("parent", "/sales", "code", code, "label", "Sales North 销售北区"))
                .post("/v1/teams")
                .then()
                .statusCode(201)
                .body("path", equalTo("/sales/" + code))
                .body("parent", equalTo("/sales"))
                .body("members", equalTo(0))
                .extract()
                .<String>path("id");
        DIRECTORY
                .patching("admin")
                .body("{\"label\": \"北区\"}")
                .patch("/v1/teams/" + id)
                .then()
                .statusCode(200)
                .body("label", equalTo("北区"));
        DIRECTORY
                .as("admin")
                .get("/v1/teams?filter=parent==/sales")
                .then()
                .body("items.path", hasItems("/sales/east", "/sales/west", "/sales/" + code));
        var member = DIRECTORY.newUser(Map.of("team", "/sales/" + code));
        DIRECTORY.as("admin").get("/v1/teams/" + id).then().body("members", equalTo(1));
        DIRECTORY
                .as("admin")
                .delete("/v1/teams/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("team.in-use"))
                .body("detail", containsString("1 members"));
        DIRECTORY
                .as("admin")
                .body(Map.of("team", "/sales", "rows", "STAY"))
                .put("/v1/users/" + member + "/team")
                .then()
                .statusCode(200);
        DIRECTORY
                .as("admin")
                .get("/v1/teams/" + id + "/history")
                .then()
                .body("items.action", equalTo(List.of("UPDATED", "CREATED")))
                .body("items.actor", everyItem(equalTo("admin")));
        var again = Map.of("parent", "/sales", "code", code, "label", "Again");
        DIRECTORY
                .as("admin")
                .body(again)
                .post("/v1/teams")
                .then()
                .statusCode(409)
                .body("code", equalTo("team.path-taken"));
        DIRECTORY.as("admin").delete("/v1/teams/" + id).then().statusCode(204);
        DIRECTORY.as("admin").get("/v1/teams/" + id).then().statusCode(404);
        DIRECTORY
                .as("admin")
                .body(again)
                .post("/v1/teams")
                .then()
                .statusCode(409)
                .body("code", equalTo("team.path-used"));
        DIRECTORY
                .as("admin")
                .body(Map.of("code", "X Y", "label", "x"))
                .post("/v1/teams")
                .then()
                .statusCode(400);
    }

    @Test
    void showsTheMatrixOfEachRole() {
        DIRECTORY
                .as("admin")
                .get("/v1/roles")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("admin", "analyst", "sales-rep", "sales-manager", "finance"))
                .body("items.name", not(hasItem("default-roles-kehu")))
                .body("items.name", not(hasItem("customer:read")));
        DIRECTORY
                .as("admin")
                .get("/v1/roles/sales-manager")
                .then()
                .body("permissions.scope", equalTo("TEAM_TREE"))
                .body(
                        "permissions.modules.contract",
                        equalTo(List.of("read", "write", "delete", "import", "export", "approve")))
                .body("users", notNullValue());
        DIRECTORY
                .as("admin")
                .get("/v1/roles?filter=grants==user:admin")
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("admin"));
        DIRECTORY.as("admin").get("/v1/roles/nobody").then().statusCode(404);
    }

    @Test
    void showsInTheHistoryWhatWasDoneInKeycloakItself() {
        var name = DIRECTORY.newUser(Map.of());
        DIRECTORY.renameInKeycloak(name, "Somebody");
        DIRECTORY
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items[0].actor", startsWith("keycloak:"))
                .body("items[0].action", equalTo("UPDATE USER"))
                .body("items[1].action", equalTo("CREATED"));
    }

    @Test
    void describesItselfInTheDocumentOfTheSuite() {
        DIRECTORY
                .nobody()
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("paths.'/v1/me'.get.summary", containsString("当前用户"))
                .body("paths.'/v1/users/{username}/team'.put.security", notNullValue());
    }
}
