package io.kehu.system;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company's own job roles, on the real Keycloak. */
@ExtendWith(RunningSuite.class)
class RoleIT {

    private static final Map<String, Object> LEAD = role(
            "Regional lead 大区负责人",
            Map.of(
                    "scope",
                    "TEAM_TREE",
                    "reveal",
                    true,
                    "modules",
                    Map.of("customer", List.of("read", "write"), "user", List.of("read"))));

    private static DirectoryUnderTest directory;

    @BeforeAll
    static void take(Suite suite) {
        directory = new DirectoryUnderTest(suite);
    }

    private static Map<String, Object> role(String description, Map<String, Object> permissions) {
        return Map.of("description", description, "permissions", permissions);
    }

    private static String newRole() {
        var name = directory.newName();
        directory.as("admin").body(LEAD).put("/v1/roles/" + name).then().statusCode(201);
        return name;
    }

    @Test
    void makesARoleThatWhoeverHasItWorksWith() {
        var name = directory.newName();
        directory
                .as("admin")
                .body(LEAD)
                .put("/v1/roles/" + name)
                .then()
                .statusCode(201)
                .header("Location", "/v1/roles/" + name)
                .header("ETag", notNullValue())
                .body("name", equalTo(name))
                .body("users", equalTo(0))
                .body("permissions.scope", equalTo("TEAM_TREE"))
                .body("permissions.personalData", equalTo(false))
                .body("permissions.reveal", equalTo(true))
                .body("permissions.modules.customer", equalTo(List.of("read", "write")));
        var user = directory.newUser(Map.of("team", "/sales/east", "roles", List.of(name)));
        directory.givePassword(user);
        directory.as(user).get("/v1/customers").then().statusCode(200);
        directory.as(user).get("/v1/opportunities").then().statusCode(403);
        directory.as("admin").get("/v1/roles/" + name).then().body("users", equalTo(1));
        directory
                .as("admin")
                .get("/v1/roles/" + name + "/history")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("CREATED")))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].changes.field", hasItems("description", "permissions"));
    }

    @Test
    void changesWhatARoleAllowsAndKeepsWhoDidIt() {
        var name = newRole();
        var user = directory.newUser(Map.of("team", "/sales/east", "roles", List.of(name)));
        directory.givePassword(user);
        var tag = directory.as("admin").get("/v1/roles/" + name).header("ETag");
        var less = role("Reader 只读", Map.of("scope", "OWN", "modules", Map.of("opportunity", List.of("read"))));
        directory
                .as("admin")
                .header("If-Match", tag)
                .body(less)
                .put("/v1/roles/" + name)
                .then()
                .statusCode(200)
                .body("description", equalTo("Reader 只读"))
                .body("permissions.scope", equalTo("OWN"))
                .body("permissions.reveal", equalTo(false))
                .body("permissions.modules", equalTo(Map.of("opportunity", List.of("read"))));
        directory
                .as("admin")
                .header("If-Match", tag)
                .body(LEAD)
                .put("/v1/roles/" + name)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        directory.as(user).get("/v1/customers").then().statusCode(403);
        directory.as(user).get("/v1/opportunities").then().statusCode(200);
        directory.as("admin").body(less).put("/v1/roles/" + name).then().statusCode(200);
        directory
                .as("admin")
                .get("/v1/roles/" + name + "/history")
                .then()
                .body("items.action", equalTo(List.of("PERMISSIONS_CHANGED", "CREATED")))
                .body("items.failed", everyItem(equalTo(false)))
                .body(
                        "items[0].changes.find { it.field == 'permissions' }.to",
                        equalTo(List.of("opportunity:read", "scope:own")))
                .body(
                        "items[0].changes.find { it.field == 'permissions' }.from",
                        hasItems("customer:write", "scope:team-tree", "pii:reveal"));
    }

    @Test
    void namesThePermissionThatDoesNotExist() {
        var modules =
                Map.of("customer", List.of("read", "devour"), "spaceship", List.of("read"), "scope", List.of("all"));
        directory
                .as("admin")
                .body(role("Nothing", Map.of("modules", modules)))
                .put("/v1/roles/" + directory.newName())
                .then()
                .statusCode(422)
                .body("errors.code", everyItem(equalTo("permission.unknown")))
                .body(
                        "errors.field",
                        hasItems(
                                "permissions.modules.customer",
                                "permissions.modules.spaceship",
                                "permissions.modules.scope"))
                .body("errors.message", hasItem(containsString("customer:devour")))
                .body("errors.message", not(hasItem(containsString("customer:read"))));
        for (var name : List.of("Lead", "default-roles-kehu", "lead:boss", "7up")) {
            directory
                    .as("admin")
                    .body(LEAD)
                    .put("/v1/roles/" + name)
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("role.name"));
        }
    }

    @Test
    void keepsWhatWouldLockEverybodyOut() {
        var nothing = role("Nothing", Map.of("scope", "ALL", "modules", Map.of("customer", List.of("read"))));
        directory
                .as("admin")
                .body(nothing)
                .put("/v1/roles/admin")
                .then()
                .statusCode(409)
                .body("code", equalTo("role.needed"))
                .body("detail", containsString("user:admin, user:read, user:write"));
        directory.as("admin").delete("/v1/roles/admin").then().statusCode(409);
        directory.as("admin").body(nothing).put("/v1/roles/service").then().statusCode(409);
        directory
                .as("admin")
                .get("/v1/roles/admin")
                .then()
                .body("permissions.modules.user", hasItems("read", "write", "admin"));
        directory.as("manager").body(LEAD).put("/v1/roles/lead").then().statusCode(403);
    }

    @Test
    void removesARoleOnlyWhenNobodyHasIt() {
        var name = newRole();
        var user = directory.newUser(Map.of("roles", List.of(name)));
        directory
                .as("admin")
                .delete("/v1/roles/" + name)
                .then()
                .statusCode(409)
                .body("code", equalTo("role.in-use"))
                .body("detail", containsString("1 users"));
        directory
                .as("admin")
                .body(Map.of("roles", List.of()))
                .put("/v1/users/" + user + "/roles")
                .then()
                .statusCode(200);
        directory.as("admin").delete("/v1/roles/" + name).then().statusCode(204);
        directory.as("admin").get("/v1/roles/" + name).then().statusCode(404);
        directory.as("admin").delete("/v1/roles/" + name).then().statusCode(404);
        directory.as("admin").body(LEAD).put("/v1/roles/" + name).then().statusCode(201);
        directory
                .as("admin")
                .get("/v1/roles/" + name + "/history")
                .then()
                .body("items.action", equalTo(List.of("CREATED", "DELETED", "CREATED")))
                .body("nextCursor", nullValue());
        directory.as("admin").delete("/v1/roles/" + name).then().statusCode(204);
    }

    @Test
    void tellsTheHistoryOfOneRoleNotOfThoseThatBeginAlike() {
        var name = newRole();
        directory
                .as("admin")
                .body(LEAD)
                .put("/v1/roles/" + name + "-deputy")
                .then()
                .statusCode(201);
        directory
                .as("admin")
                .get("/v1/roles/" + name + "/history")
                .then()
                .body("items.action", equalTo(List.of("CREATED")));
    }
}
