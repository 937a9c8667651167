package io.kehu.customer.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactResourceTest {

    private static final String[] PERMISSIONS = {
        "customer:read",
        "customer:write",
        "contact:read",
        "contact:write",
        "contact:export",
        "contact:import",
        "pii:read"
    };

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private static RequestSpecification ben() {
        return as(Tokens.own("contacts-ben", PERMISSIONS));
    }

    private static String create(RequestSpecification by, String path, String body) {
        return by.body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse patch(RequestSpecification by, String contact, String body) {
        return by.contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/contacts/" + contact)
                .then();
    }

    @Test
    void isFoundByItsTagsAndRolesAndGivenToAnother() {
        var tag = "tag-" + UUID.randomUUID();
        var contact = create(
                anna(),
                "/v1/contacts",
                "{\"name\":\"Li\",\"tags\":[\"%s\",\"vip\"],\"roles\":[\"FINANCE\"]}".formatted(tag));
        create(anna(), "/v1/contacts", "{\"name\":\"Wu\",\"tags\":[\"%s\"],\"roles\":[\"USER\"]}".formatted(tag));
        anna().get("/v1/contacts?filter=tags==%s;roles==FINANCE".formatted(tag))
                .then()
                .statusCode(200)
                .body("items.id", contains(contact))
                .body("items[0].tags", containsInAnyOrder(tag, "vip"));
        anna().get("/v1/contacts?filter=tags==%s".formatted(tag)).then().body("items", hasSize(2));
        anna().get("/v1/contacts/" + contact + "/history").then().body("items[0].changes.field", hasItem("tags"));
        anna().body("{\"owner\":\"contacts-ben\",\"team\":\"/sales\"}")
                .post("/v1/contacts/" + contact + "/assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo("contacts-ben"));
        ben().get("/v1/contacts/" + contact + "/history?limit=1")
                .then()
                .body("items[0].type", equalTo("contact.owner-changed"));
    }

    @Test
    void changesAContactWhoseCustomerAndSuperiorTheCallerSeesNoMore() {
        var customer = create(ben(), "/v1/customers", "{\"name\":\"Away %s\"}".formatted(UUID.randomUUID()));
        var chief = create(ben(), "/v1/contacts", "{\"name\":\"Wang\",\"customerId\":\"%s\"}".formatted(customer));
        var contact = create(
                ben(),
                "/v1/contacts",
                "{\"name\":\"Li\",\"customerId\":\"%s\",\"reportsTo\":\"%s\"}".formatted(customer, chief));
        anna().body("{\"owner\":\"anna\",\"team\":\"/sales\"}")
                .post("/v1/customers/" + customer + "/assign")
                .then()
                .statusCode(200);
        patch(ben(), contact, "{\"title\":\"CTO\"}").statusCode(200).body("title", equalTo("CTO"));
        var own = create(ben(), "/v1/customers", "{\"name\":\"Own %s\"}".formatted(UUID.randomUUID()));
        patch(
                        ben(),
                        contact,
                        "{\"customers\":[{\"customerId\":\"%s\"},{\"customerId\":\"%s\"}]}".formatted(customer, own))
                .statusCode(200)
                .body("customers", hasSize(2));
        patch(
                        ben(),
                        create(ben(), "/v1/contacts", "{\"name\":\"Zhao\"}"),
                        "{\"customerId\":\"%s\"}".formatted(customer))
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
    }
}
