package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerChangesTest {

    private final String owner = "delta-" + UUID.randomUUID();

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification user(String name) {
        return as(Tokens.own(
                name, "customer:read", "customer:write", "customer:delete", "contact:read", "contact:write"));
    }

    private String create(String resource, String fields) {
        return user(owner)
                .body("{\"name\":\"Delta %s\"%s}".formatted(UUID.randomUUID(), fields))
                .post("/v1/" + resource)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse changes(RequestSpecification caller, String resource, String cursor) {
        return (cursor == null ? caller : caller.queryParam("cursor", cursor))
                .get("/v1/" + resource + "/changes")
                .then()
                .statusCode(200);
    }

    private static String start(String name, String resource) {
        return user(name)
                .get("/v1/" + resource + "/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .extract()
                .path("nextCursor");
    }

    @Test
    void tellsWhatHasChangedWithPersonalDataMasked() {
        var cursor = start(owner, "customers");
        var id = create("customers", ",\"phone\":\"13812341234\"");
        var gone = create("customers", "");
        user(owner).delete("/v1/customers/" + gone).then().statusCode(204);
        changes(user(owner), "customers", cursor)
                .body("items", hasSize(2))
                .body("items.find { it.id == '%s' }.record.phone".formatted(id), containsString("****"))
                .body("items.find { it.id == '%s' }.gone".formatted(gone), equalTo("DELETED"))
                .body("items.find { it.id == '%s' }.record".formatted(gone), nullValue())
                .body("more", equalTo(false));
        var first = user(owner)
                .queryParam("cursor", cursor)
                .queryParam("limit", 1)
                .get("/v1/customers/changes")
                .then()
                .body("items", hasSize(1))
                .body("more", equalTo(true))
                .header("Link", containsString("rel=\"next\""))
                .extract();
        changes(user(owner), "customers", first.path("nextCursor")).body("items[0].id", equalTo(gone));
    }

    @Test
    void tellsOfCustomersThatLeaveTheScopeAndOfTheirContacts() {
        var other = "delta-" + UUID.randomUUID();
        var id = create("customers", "");
        var contact = create("contacts", ",\"customerId\":\"%s\"".formatted(id));
        user(owner)
                .body("{\"access\":\"READ\"}")
                .put("/v1/customers/" + id + "/collaborators?principal=" + other)
                .then()
                .statusCode(200);
        var customers = start(other, "customers");
        var contacts = start(other, "contacts");
        user(owner)
                .delete("/v1/customers/" + id + "/collaborators?principal=" + other)
                .then()
                .statusCode(200);
        changes(user(other), "customers", customers)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id))
                .body("items[0].gone", equalTo("OUT_OF_SIGHT"));
        changes(user(other), "contacts", contacts)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(contact))
                .body("items[0].gone", equalTo("OUT_OF_SIGHT"));
        assertThat(changes(user("nobody-" + UUID.randomUUID()), "customers", null)
                        .extract()
                        .<Boolean>path("more"))
                .isFalse();
    }

    @Test
    void tellsToStartAnewWhenTheScopeIsAnother() {
        var cursor = start(owner, "customers");
        as(Tokens.all(owner, "customer:read"))
                .queryParam("cursor", cursor)
                .get("/v1/customers/changes")
                .then()
                .statusCode(410)
                .body("code", equalTo("changes.scope-changed"));
        user(owner)
                .get("/v1/customers/changes?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }
}
