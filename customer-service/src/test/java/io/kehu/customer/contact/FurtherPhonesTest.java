package io.kehu.customer.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Further phones and e-mails of a contact are found like the first. */
@QuarkusTest
class FurtherPhonesTest {

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.own("phones-anna", "contact:read", "contact:write", "pii:read"))
                .contentType("application/json");
    }

    private static void find(String query, String id) {
        anna().get("/v1/contacts?" + query).then().statusCode(200).body("items.id", contains(id));
    }

    @Test
    void findsAContactByEachOfItsPhonesAndAddresses() {
        String id = anna().body("""
                        {"name":"Many","phone":"13700010001","otherPhones":["137 0001 0002","+49 30 901820"],
                         "otherEmails":["First@example.com","second@example.com"]}""")
                .post("/v1/contacts")
                .then()
                .statusCode(201)
                .body("otherPhones", contains("+8613700010002", "+4930901820"))
                .extract()
                .path("id");
        find("q=13700010002", id);
        find("q=0002", id);
        find("q=second@example.com", id);
        find("filter=otherPhones==13700010002", id);
        find("filter=otherPhones.last4==1820", id);
        find("filter=otherEmails==first@example.com", id);
        anna().get("/v1/contacts?filter=otherPhones==13700010003").then().body("items", hasSize(0));
        anna().contentType("application/merge-patch+json")
                .body("{\"otherPhones\":[\"13700010003\"]}")
                .patch("/v1/contacts/" + id)
                .then()
                .statusCode(200)
                .body("otherEmails", hasItem("second@example.com"));
        find("filter=otherPhones==13700010003", id);
        anna().get("/v1/contacts?q=13700010002").then().body("items", hasSize(0));
        given().auth()
                .oauth2(Tokens.own("phones-anna", "contact:read"))
                .get("/v1/contacts/" + id)
                .then()
                .body("otherPhones[0]", containsString("****"));
    }
}
