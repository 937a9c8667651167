package io.kehu.servicedesk;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a sales representative sees of the tickets of his customers, and of those that are shared with him. */
@QuarkusTest
class CustomersTicketsTest {

    private static final String[] PERMISSIONS = {
        "ticket:read", "ticket:write", "ticket:delete", "survey:read", "survey:write"
    };

    /** Nobody else has it, so that lists and totals hold only what a test has made. */
    private final String name = "u" + UUID.randomUUID();

    private RequestSpecification rep() {
        return as(Tokens.own(name, PERMISSIONS));
    }

    private void refuses(RequestSpecification request, String method, String path) {
        request.request(method, path).then().statusCode(403).body("code", equalTo("record.read-only"));
    }

    @Test
    void letsARepresentativeReadTheTicketsOfHisCustomer() {
        var id = Desk.ticket("Broken", Desk.customer(name, false));
        Desk.ticket("Another's");
        var path = "/v1/tickets/" + id;
        rep().get(path).then().statusCode(200).body("owner", equalTo("anna"));
        rep().get(path + "?asOf=" + Instant.now()).then().statusCode(200);
        rep().get(path + "/history").then().statusCode(200);
        rep().get(path + "/statuses").then().statusCode(200).body("items", hasSize(1));
        rep().get("/v1/tickets").then().body("items.id", contains(id));
        rep().get("/v1/tickets/totals").then().body("count", equalTo(1));
        as(Tokens.own(name, "survey:read")).get(path).then().statusCode(403).body("code", equalTo("access.denied"));
        as(Tokens.own("ben", PERMISSIONS)).get(path).then().statusCode(404);
    }

    @Test
    void refusesEveryChangeOfATicketThatMayOnlyBeRead() {
        var path = "/v1/tickets/" + Desk.ticket("Broken", Desk.customer(name, false));
        refuses(rep().contentType(PATCH).body("{\"subject\":\"Mine\"}"), "PATCH", path);
        refuses(rep().contentType(PATCH).body("{\"customerId\":\"%s\"}".formatted(UUID.randomUUID())), "PATCH", path);
        refuses(rep(), "DELETE", path);
        refuses(rep().body("{\"assignee\":\"%s\"}".formatted(name)), "POST", path + "/assign");
        refuses(rep().body("{\"status\":\"CANCELLED\",\"reason\":\"x\"}"), "PUT", path + "/status");
        refuses(rep().body("{\"resolution\":\"x\"}"), "POST", path + "/resolve");
        refuses(rep(), "POST", path + "/close");
        refuses(rep().body("{\"reason\":\"x\"}"), "POST", path + "/reopen");
        refuses(rep().body("{\"access\":\"WRITE\"}"), "PUT", path + "/collaborators?principal=" + name);
        anna().get(path).then().body("version", equalTo(1));
    }

    @Test
    void letsACollaboratorWorkOnATicketAsFarAsItIsShared() {
        var id = Desk.ticket("Shared");
        var path = "/v1/tickets/" + id;
        rep().get(path).then().statusCode(404);
        share(path, "READ");
        rep().get(path).then().statusCode(200);
        rep().get("/v1/tickets?filter=status==NEW").then().body("items.id", contains(id));
        refuses(rep().body("{\"status\":\"CANCELLED\",\"reason\":\"x\"}"), "PUT", path + "/status");
        share(path, "WRITE");
        rep().contentType(PATCH)
                .body("{\"subject\":\"Ours\"}")
                .patch(path)
                .then()
                .statusCode(200);
        rep().body("{\"assignee\":\"%s\"}".formatted(name))
                .post(path + "/assign")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.owner-only"));
        rep().body("{\"status\":\"CANCELLED\",\"reason\":\"x\"}")
                .put(path + "/status")
                .then()
                .statusCode(200);
    }

    private void share(String path, String access) {
        anna().body("{\"access\":\"%s\"}".formatted(access))
                .put(path + "/collaborators?principal=" + name)
                .then()
                .statusCode(200);
    }

    @Test
    void letsARepresentativeReadTheSurveysOfHisCustomer() {
        var id = Desk.ticket("Broken", Desk.customer(name, false));
        Desk.close(id, "carl");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> rep().get("/v1/surveys").then().body("items.ticketId", contains(id)));
        String survey = rep().get("/v1/surveys").then().extract().path("items[0].id");
        rep().get("/v1/surveys/totals").then().body("sent", equalTo(1));
        refuses(rep().body("{\"score\":5}"), "POST", "/v1/surveys/" + survey + "/answer");
    }

    @Test
    void followsItsCustomerIntoAMerge() {
        var survivor = Desk.customer("anna", false);
        var merged = Desk.customer("anna", false);
        var id = Desk.ticket("Merged", merged);
        var state = StateBuilder.of(CustomerState.class)
                .with("id", merged)
                .with("number", "C2")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", "anna")
                .with("lifecycle", "PROSPECT")
                .with("deleted", true)
                .with("mergedInto", survivor)
                .build();
        EventStream.send(EventStream.event(new CustomerEvent.Merged(UUID.randomUUID(), survivor), state, 2));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> anna().get("/v1/tickets/" + id).then().body("customerId", equalTo(survivor.toString())));
    }
}
