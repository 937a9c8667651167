package io.kehu.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users, teams and roles as an administrator has them, on the real Keycloak. */
@ExtendWith(RunningSuite.class)
class DirectoryIT {

    private static DirectoryUnderTest directory;

    @BeforeAll
    static void take(Suite suite) {
        directory = new DirectoryUnderTest(suite);
    }

    @Test
    void tellsACallerWhoHeIsAndWhatHeMayDo() {
        directory
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
        directory.nobody().get("/v1/users").then().statusCode(401).body("code", equalTo("authentication.required"));
        directory.nobody().get("/v1/me").then().statusCode(401);
        for (var path : List.of("/v1/users", "/v1/users/admin", "/v1/users/admin/history", "/v1/teams", "/v1/roles")) {
            directory.as("manager").get(path).then().statusCode(403).body("code", equalTo("access.denied"));
        }
        directory.as("manager").post("/v1/users/admin/disable").then().statusCode(403);
    }

    @Test
    void makesAUserWhoseFirstPasswordMustBeChanged() {
        var name = directory.newName();
        directory
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
        var password = directory
                .as("admin")
                .post("/v1/users/" + name + "/reset-password")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .<String>path("temporaryPassword");
        assertThat(password).hasSize(23);
        directory.login(name, password).statusCode(400).body("error_description", containsString("not fully set up"));
        directory.login(name, "wrong").body("error_description", containsString("Invalid user credentials"));
        var history = directory
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
        var name = directory.newUser(Map.of());
        var admin = "admin";
        directory
                .as(admin)
                .body(Map.of("username", name, "displayName", "Again"))
                .post("/v1/users")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("user.username-taken"))
                .body("traceId", notNullValue());
        directory
                .as(admin)
                .body(Map.of("username", directory.newName(), "displayName", "X", "email", "rep@kehu.example"))
                .post("/v1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.email-taken"));
        directory
                .as(admin)
                .body(Map.of("username", "No Good", "displayName", " ", "email", "x"))
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("displayName", "email", "username")));
        directory
                .as(admin)
                .body(Map.of("username", "service-account-mine", "displayName", "X"))
                .post("/v1/users")
                .then()
                .statusCode(409);
        directory
                .as(admin)
                .header("Accept-Language", "zh-CN")
                .body(Map.of("username", directory.newName(), "displayName", "X", "teem", "/sales"))
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("teem"))
                .body("errors[0].code", equalTo("field.unknown"))
                .body("detail", containsString("请求中有字段不合法"));
        directory
                .as(admin)
                .body(Map.of("username", directory.newName(), "displayName", "X", "team", "/nowhere"))
                .post("/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("team"))
                .body("errors[0].code", equalTo("team.unknown"));
        directory
                .as(admin)
                .body(Map.of("username", directory.newName(), "displayName", "X", "roles", List.of("customer:read")))
                .post("/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("roles"));
        directory
                .as(admin)
                .body("{")
                .post("/v1/users")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        directory
                .as(admin)
                .get("/v1/users/nobody-" + name)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        directory.as(admin).get("/v1/users/service-account-kehu-admin").then().statusCode(404);
        directory.as(admin).get("/v1/users/" + name + "/nothing").then().statusCode(404);
        directory
                .as(admin)
                .get("/v1/users?enable=true")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("parameter.unknown"));
    }

    @Test
    void changesAUserByMergePatch() {
        var name = directory.newUser(Map.of("email", directory.newName() + "@kehu.example"));
        var tag = directory.as("admin").get("/v1/users/" + name).header("ETag");
        directory
                .patching("admin")
                .header("If-Match", tag)
                .body("{\"displayName\": \"韩梅梅\", \"email\": null}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(200)
                .body("displayName", equalTo("韩梅梅"))
                .body("email", nullValue())
                .body("enabled", equalTo(true));
        directory
                .patching("admin")
                .header("If-Match", tag)
                .body("{\"displayName\": \"Stale\"}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        directory
                .patching("admin")
                .body("{\"username\": \"other\"}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(400);
        directory
                .patching("admin")
                .body("{\"enabled\": null}")
                .patch("/v1/users/" + name)
                .then()
                .statusCode(400);
        directory.patching("admin").body("[]").patch("/v1/users/" + name).then().statusCode(400);
        directory
                .as("admin")
                .header(
                        "If-None-Match",
                        directory.as("admin").get("/v1/users/" + name).header("ETag"))
                .get("/v1/users/" + name)
                .then()
                .statusCode(304);
        directory
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
        var name = directory.newUser(Map.of("team", "/sales/west"));
        directory.givePassword(name);
        directory
                .as("admin")
                .body(Map.of("team", "/sales/east", "rows", "STAY"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(200)
                .body("team", equalTo("/sales/east"));
        directory.as(name).get("/v1/me").then().body("team", equalTo("/sales/east"));
        directory
                .as("admin")
                .get("/v1/users?filter=team==/sales/west")
                .then()
                .body("items.username", not(hasItem(name)));
        directory
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items[0].action", equalTo("TEAM_CHANGED"))
                .body("items[0].changes[0].from", equalTo("/sales/west"))
                .body("items[0].changes[0].to", equalTo("/sales/east"))
                .body("items[0].failed", equalTo(false));
        directory
                .as("admin")
                .body(Map.of("team", "/sales/north", "rows", "STAY"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("team"));
        directory
                .as("admin")
                .body(Map.of("team", "/sales"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(400);
    }

    @Test
    void letsTheRowsFollowAUserToAnotherTeam() {
        var name = directory.newUser(Map.of("team", "/sales/west", "roles", List.of("sales-rep")));
        directory.givePassword(name);
        var id = directory
                .as(name)
                .body(Map.of("name", "跟随的客户 " + name))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .body("team", equalTo("/sales/west"))
                .extract()
                .<String>path("id");
        directory
                .as("admin")
                .body(Map.of("team", "/sales/east", "rows", "FOLLOW"))
                .put("/v1/users/" + name + "/team")
                .then()
                .statusCode(200)
                .body("team", equalTo("/sales/east"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> directory
                        .as("admin")
                        .get("/v1/customers/" + id)
                        .then()
                        .statusCode(200)
                        .body("owner", equalTo(name))
                        .body("team", equalTo("/sales/east")));
        directory
                .as("admin")
                .get("/v1/customers/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.type", hasItem("customer.owner-changed"));
        directory
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items[0].action", equalTo("TEAM_CHANGED"))
                .body("items[0].changes.find { it.field == 'rows' }.to", equalTo("FOLLOW"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !directory.isFollowed(name));
    }

    @Test
    void keepsADisabledUserOut() {
        var name = directory.newUser(Map.of());
        var password = directory.givePassword(name);
        directory.login(name, password).statusCode(200);
        directory
                .as("admin")
                .post("/v1/users/" + name + "/disable")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));
        directory.login(name, password).statusCode(400).body("error_description", containsString("disabled"));
        directory.as("admin").get("/v1/users?filter=enabled==false").then().body("items.username", hasItem(name));
        directory.as("admin").post("/v1/users/" + name + "/enable").then().body("enabled", equalTo(true));
        directory.login(name, password).statusCode(200);
        directory
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items.action", hasItems("ENABLED", "DISABLED", "CREATED"));
    }

    @Test
    void letsNoAdministratorLockHimselfOrEverybodyOut() {
        directory
                .as("admin")
                .post("/v1/users/admin/disable")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.self-disable"));
        directory
                .patching("admin")
                .body("{\"enabled\": false}")
                .patch("/v1/users/admin")
                .then()
                .statusCode(409);
        directory
                .as("admin")
                .body(Map.of("roles", List.of("analyst")))
                .put("/v1/users/admin/roles")
                .then()
                .statusCode(409)
                .body("code", equalTo("user.self-demotion"));
        var other = directory.newUser(Map.of("roles", List.of("admin")));
        directory.givePassword(other);
        var asAdmin = directory.as("admin");
        var roles = Map.of("roles", List.of("analyst"));
        directory.as(other).body(roles).put("/v1/users/admin/roles").then().statusCode(200);
        try {
            asAdmin.post("/v1/users/" + other + "/disable")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("user.last-administrator"));
        } finally {
            directory
                    .as(other)
                    .body(Map.of("roles", List.of("admin")))
                    .put("/v1/users/admin/roles")
                    .then()
                    .statusCode(200);
        }
        directory.as("admin").post("/v1/users/" + other + "/disable").then().statusCode(200);
    }

    @Test
    void letsNobodyRiseAboveHimself() {
        var clerk = directory.newUser(Map.of());
        directory.givePassword(clerk);
        directory.grant(clerk, "user:read", "user:write");
        directory
                .as(clerk)
                .post("/v1/users/admin/reset-password")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.above-you"));
        directory
                .patching(clerk)
                .body("{\"email\": \"x@kehu.example\"}")
                .patch("/v1/users/admin")
                .then()
                .statusCode(403);
        directory
                .as(clerk)
                .body(Map.of("username", directory.newName(), "displayName", "X", "roles", List.of("admin")))
                .post("/v1/users")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.roles-denied"));
        directory
                .as(clerk)
                .body(Map.of("roles", List.of("admin")))
                .put("/v1/users/" + clerk + "/roles")
                .then()
                .statusCode(403);
        directory
                .as(clerk)
                .body(Map.of("team", "/sales", "rows", "STAY"))
                .put("/v1/users/" + clerk + "/team")
                .then()
                .statusCode(403)
                .body("code", equalTo("user.self-move"));
        var plain = directory.newUser(Map.of("email", directory.newName() + "@kehu.example"));
        directory.as(clerk).get("/v1/users/" + plain).then().body("email", containsString("****@kehu.example"));
        directory
                .patching(clerk)
                .body("{\"displayName\": \"Y\"}")
                .patch("/v1/users/" + plain)
                .then()
                .statusCode(200);
    }

    @Test
    void neverGivesANameAgain() {
        var name = directory.newUser(Map.of());
        directory.removeFromKeycloak(name);
        directory
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
            var page = directory
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
        directory
                .as("admin")
                .queryParam("filter", filter)
                .get("/v1/users")
                .then()
                .body("items.username", equalTo(List.of("rep", "rep-west")));
        directory
                .as("admin")
                .queryParam("q", "Marketing")
                .get("/v1/users")
                .then()
                .body("items.username", hasItem("marketing"));
        directory
                .as("admin")
                .queryParam("filter", "phone==1")
                .get("/v1/users")
                .then()
                .statusCode(400)
                .body("code", equalTo("filter.field"))
                .body("detail", containsString("enabled, role, team, username"));
        directory
                .as("admin")
                .queryParam("filter", "enabled==maybe")
                .get("/v1/users")
                .then()
                .statusCode(400);
        directory.as("admin").queryParam("filter", "((").get("/v1/users").then().statusCode(400);
        directory
                .as("admin")
                .queryParam("cursor", "bm90aGluZw")
                .get("/v1/users")
                .then()
                .statusCode(400);
        directory.as("admin").queryParam("limit", 201).get("/v1/users").then().statusCode(400);
        directory.as("admin").queryParam("limit", "x").get("/v1/users").then().statusCode(400);
    }

    @Test
    void managesTeamsWhosePathsStayTheirOwn() {
        var code = directory.newName();
        var id = directory
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
        directory
                .patching("admin")
                .body("{\"label\": \"北区\"}")
                .patch("/v1/teams/" + id)
                .then()
                .statusCode(200)
                .body("label", equalTo("北区"));
        directory
                .as("admin")
                .get("/v1/teams?filter=parent==/sales")
                .then()
                .body("items.path", hasItems("/sales/east", "/sales/west", "/sales/" + code));
        var member = directory.newUser(Map.of("team", "/sales/" + code));
        directory.as("admin").get("/v1/teams/" + id).then().body("members", equalTo(1));
        directory
                .as("admin")
                .delete("/v1/teams/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("team.in-use"))
                .body("detail", containsString("1 members"));
        directory
                .as("admin")
                .body(Map.of("team", "/sales", "rows", "STAY"))
                .put("/v1/users/" + member + "/team")
                .then()
                .statusCode(200);
        directory
                .as("admin")
                .get("/v1/teams/" + id + "/history")
                .then()
                .body("items.action", equalTo(List.of("UPDATED", "CREATED")))
                .body("items.actor", everyItem(equalTo("admin")));
        var again = Map.of("parent", "/sales", "code", code, "label", "Again");
        directory
                .as("admin")
                .body(again)
                .post("/v1/teams")
                .then()
                .statusCode(409)
                .body("code", equalTo("team.path-taken"));
        directory.as("admin").delete("/v1/teams/" + id).then().statusCode(204);
        directory.as("admin").get("/v1/teams/" + id).then().statusCode(404);
        directory
                .as("admin")
                .body(again)
                .post("/v1/teams")
                .then()
                .statusCode(409)
                .body("code", equalTo("team.path-used"));
        directory
                .as("admin")
                .body(Map.of("code", "X Y", "label", "x"))
                .post("/v1/teams")
                .then()
                .statusCode(400);
    }

    @Test
    void showsTheMatrixOfEachRole() {
        directory
                .as("admin")
                .get("/v1/roles")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("admin", "analyst", "sales-rep", "sales-manager", "finance"))
                .body("items.name", not(hasItem("default-roles-kehu")))
                .body("items.name", not(hasItem("customer:read")));
        directory
                .as("admin")
                .get("/v1/roles/sales-manager")
                .then()
                .body("permissions.scope", equalTo("TEAM_TREE"))
                .body(
                        "permissions.modules.contract",
                        equalTo(List.of("read", "write", "delete", "import", "export", "approve")))
                .body("users", notNullValue());
        directory
                .as("admin")
                .get("/v1/roles?filter=grants==user:admin")
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("admin"));
        directory.as("admin").get("/v1/roles/nobody").then().statusCode(404);
    }

    @Test
    void showsInTheHistoryWhatWasDoneInKeycloakItself() {
        var name = directory.newUser(Map.of());
        directory.renameInKeycloak(name, "Somebody");
        directory
                .as("admin")
                .get("/v1/users/" + name + "/history")
                .then()
                .body("items[0].actor", startsWith("keycloak:"))
                .body("items[0].action", equalTo("UPDATE USER"))
                .body("items[1].action", equalTo("CREATED"));
    }

    @Test
    void describesItselfInTheDocumentOfTheSuite() {
        directory
                .nobody()
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("paths.'/v1/me'.get.summary", containsString("当前用户"))
                .body("paths.'/v1/users/{username}/team'.put.security", notNullValue());
    }
}
