package io.kehu.contract;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody sees of the contracts of his customers, and of those that are shared with him. */
@QuarkusTest
class CustomersContractsTest {

    private static final String[] PERMISSIONS = {
        "contract:read", "contract:write", "contract:delete", "contract:approve"
    };

    /** Nobody else has it, so that lists and totals hold only what a test has made. */
    private final String name = "u" + UUID.randomUUID();

    @Inject
    KnownRecords known;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private RequestSpecification rep() {
        return as(Tokens.own(name, PERMISSIONS));
    }

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private String contractOfCustomerOf(String owner) {
        var customer = Neighbours.customer(owner);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(EventFamily.CUSTOMER, customer).isPresent()));
        return anna().body("{\"name\":\"Service\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/contracts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void refuses(RequestSpecification request, String method, String path) {
        request.request(method, path).then().statusCode(403).body("code", equalTo("record.read-only"));
    }

    @Test
    void areReadButNotChangedByWhoeverSeesTheCustomer() {
        var id = contractOfCustomerOf(name);
        var path = "/v1/contracts/" + id;
        contractOfCustomerOf("ben");
        rep().get(path).then().statusCode(200);
        rep().get(path + "/history").then().statusCode(200);
        rep().get("/v1/contracts").then().body("items.id", contains(id));
        rep().get("/v1/contracts/totals").then().body("count", equalTo(1));
        refuses(rep().contentType("application/merge-patch+json").body("{\"name\":\"Mine\"}"), "PATCH", path);
        refuses(rep(), "DELETE", path);
        refuses(rep(), "POST", path + "/submit");
        refuses(rep().body("{\"signedOn\":\"2026-01-01\"}"), "POST", path + "/sign");
        refuses(rep().body("{}"), "POST", path + "/void");
    }

    @Test
    void areChangedByWhomTheyAreSharedWithForWriting() {
        var path = "/v1/contracts/" + contractOfCustomerOf("ben");
        rep().get(path).then().statusCode(404);
        anna().body("{\"access\":\"WRITE\"}")
                .put(path + "/collaborators?principal=" + name)
                .then()
                .statusCode(200)
                .body("collaborators[0].access", equalTo("WRITE"));
        rep().body("{}").post(path + "/void").then().statusCode(200);
        anna().delete(path + "/collaborators?principal=" + name).then().statusCode(200);
        rep().get(path).then().statusCode(404);
    }
}
