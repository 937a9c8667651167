package io.kehu.customer.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
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
