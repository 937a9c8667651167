package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody sees of the opportunities of his customers, and of those that are shared with him. */
@QuarkusTest
class CustomersDealsTest {

    private static final String[] PERMISSIONS = {"opportunity:read", "opportunity:write", "opportunity:delete"};

    /** Nobody else has it, so that lists and totals hold only what a test has made. */
    private final String name = "u" + UUID.randomUUID();

    private RequestSpecification rep() {
        return as(Tokens.own(name, PERMISSIONS));
    }

    private static String open(UUID customer) {
        return anna().body("{\"name\":\"Laptops\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/opportunities")
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
        var id = open(Neighbours.customer(name, false));
        var path = "/v1/opportunities/" + id;
        open(Neighbours.customer("ben", false));
        rep().get(path).then().statusCode(200);
        rep().get(path + "/stages").then().statusCode(200).body("items", hasSize(1));
        rep().get(path + "/history").then().statusCode(200);
        rep().get("/v1/opportunities").then().body("items.id", contains(id));
        rep().get("/v1/opportunities/totals").then().body("count", equalTo(1));
        refuses(rep().contentType("application/merge-patch+json").body("{\"name\":\"Mine\"}"), "PATCH", path);
        refuses(rep(), "DELETE", path);
        refuses(rep().body("{\"stage\":\"NEEDS_ANALYSIS\"}"), "PUT", path + "/stage");
        refuses(rep().body("{\"owner\":\"%s\"}".formatted(name)), "POST", path + "/assign");
        refuses(rep().body("{\"stage\":\"NEEDS_ANALYSIS\",\"reason\":\"x\"}"), "POST", path + "/reopen");
    }

    @Test
    void areHiddenWithADeletedCustomer() {
        var customer = Neighbours.customer(name, false);
        var path = "/v1/opportunities/" + open(customer);
        rep().get(path).then().statusCode(200);
        EventStream.send(Neighbours.customerEvent(customer, "Acme", name, true, 2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> rep().get(path).then().statusCode(404));
    }

    @Test
    void areChangedByWhomTheyAreSharedWithForWriting() {
        var path = "/v1/opportunities/" + open(Neighbours.customer("ben", false));
        rep().get(path).then().statusCode(404);
        anna().body("{\"access\":\"WRITE\"}")
                .put(path + "/collaborators?principal=" + name)
                .then()
                .statusCode(200)
                .body("collaborators[0].access", equalTo("WRITE"));
        rep().body("{\"stage\":\"NEEDS_ANALYSIS\"}").put(path + "/stage").then().statusCode(200);
        rep().body("{\"owner\":\"%s\"}".formatted(name))
                .post(path + "/assign")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.owner-only"));
        anna().delete(path + "/collaborators?principal=" + name).then().statusCode(200);
        rep().get(path).then().statusCode(404);
    }
}
