package io.kehu.customer.pool;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the rules of a pool take back, at times that the test sets. */
@QuarkusTest
class RecyclingTest {

    private static final String[] PERMISSIONS = {"customer:read", "customer:write", "customer:admin", "pii:read"};

    private final String team = "/t" + UUID.randomUUID();
    private final Instant now = Instant.now();

    @Inject
    Recycling recycling;

    private RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.of("anna", team, "scope:own", PERMISSIONS))
                .contentType("application/json");
    }

    private void pool(String rules, int warningDays) {
        anna().body("{\"name\":\"%s\",\"teams\":[\"%s\"],\"warningDays\":%d,\"rules\":[%s]}"
                        .formatted(UUID.randomUUID(), team, warningDays, rules))
                .post("/v1/customer-pools")
                .then()
                .statusCode(201);
    }

    private String customer(String more) {
        return "/v1/customers/"
                + anna().body("{\"name\":\"Bike GmbH\"%s}".formatted(more))
                        .post("/v1/customers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private Instant day(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private void expectOwner(String customer, String owner) {
        anna().get(customer).then().statusCode(200).body("owner", equalTo(owner));
    }

    @Test
    void warnsAndThenTakesBackWhatNobodyFollowsUp() {
        pool("{\"noFollowUpDays\":30}", 3);
        var customer = customer("");
        recycling.run(day(26));
        anna().get(customer).then().body("recycleAt", nullValue());
        recycling.run(day(28));
        anna().get(customer).then().body("recycleAt", notNullValue()).body("version", equalTo(1));
        anna().get("/v1/customers?filter=recycleAt=le=" + day(40) + "&sort=recycleAt")
                .then()
                .body("items.id", contains(id(customer).toString()));
        recycling.run(day(32));
        recycling.run(day(32));
        anna().get(customer)
                .then()
                .body("owner", equalTo("system:pool"))
                .body("recycleAt", nullValue())
                .body("version", equalTo(2))
                .body("updatedBy", equalTo("system:recycling"));
        anna().get(customer + "/history").then().body("items[0].origin", equalTo("TIMER"));
    }

    @Test
    void warnsAlsoOfWhatIsOverdueWhenTheRuleIsMade() {
        var customer = customer("");
        pool("{\"noDealDays\":30}", 3);
        recycling.run(day(100));
        expectOwner(customer, "anna");
        recycling.run(day(102));
        expectOwner(customer, "anna");
        recycling.run(day(103));
        expectOwner(customer, "system:pool");
    }

    @Test
    void neverTakesALockedCustomer() {
        pool("{\"noFollowUpDays\":30}", 0);
        var customer = customer("");
        given().auth()
                .oauth2(Tokens.of("anna", team, "scope:own", "customer:read", "customer:write"))
                .contentType("application/json")
                .body("{\"locked\":true}")
                .put(customer + "/lock")
                .then()
                .statusCode(403)
                .body("code", equalTo("customer.lock-own"));
        anna().body("{\"locked\":true}").put(customer + "/lock").then().statusCode(200);
        recycling.run(day(50));
        expectOwner(customer, "anna");
        anna().body("{\"locked\":false}").put(customer + "/lock").then().statusCode(200);
        recycling.run(day(50));
        expectOwner(customer, "system:pool");
    }

    @Test
    void opensTheLockOfWhatIsPutIntoAPool() {
        pool("{\"noFollowUpDays\":30}", 0);
        var customer = customer("");
        anna().body("{\"locked\":true}").put(customer + "/lock").then().statusCode(200);
        anna().body("{\"reason\":\"Nobody has time\"}")
                .post(customer + "/release")
                .then()
                .statusCode(200)
                .body("locked", equalTo(false));
    }

    @Test
    void followsTheRuleOfTheLevel() {
        pool("{\"noFollowUpDays\":30},{\"level\":\"A\",\"noFollowUpDays\":90}", 0);
        var important = customer(",\"level\":\"A\"");
        var other = customer(",\"level\":\"B\"");
        recycling.run(day(60));
        expectOwner(important, "anna");
        expectOwner(other, "system:pool");
    }

    @Test
    void leavesWhatIsFollowedUp() {
        pool("{\"noFollowUpDays\":30}", 3);
        var customer = customer("");
        recycling.run(day(28));
        anna().get(customer).then().body("recycleAt", notNullValue());
        var activity = activity(id(customer), day(29));
        EventStream.send(EventStream.event(new ActivityEvent.Logged(), activity, 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(customer)
                        .then()
                        .body("lastFollowUpMethod", equalTo("CALL"))
                        .body("version", equalTo(1)));
        recycling.run(day(40));
        expectOwner(customer, "anna");
        anna().get(customer).then().body("recycleAt", nullValue());
        anna().get("/v1/customers?filter=recycleAt=le=" + day(90)).then().body("items", empty());
    }

    @Test
    void takesBackWhatHasNoNewOpportunity() {
        pool("{\"noOpportunityDays\":30}", 0);
        var without = customer("");
        var customer = customer("");
        var stage = new StageState("sales", "lost", "Lost", 9, "LOST", 0);
        var opportunity = StateBuilder.of(OpportunityState.class)
                .with("id", UUID.randomUUID())
                .with("number", "O1")
                .with("name", "Deal")
                .with("owner", "anna")
                .with("customerId", id(customer))
                .with("stage", stage)
                .with("amountSource", "STATED")
                .with("openedAt", day(20))
                .with("closedAt", day(21))
                .build();
        EventStream.send(EventStream.event(new OpportunityEvent.Opened(stage), opportunity, 1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(customer).then().body("salesProgress", equalTo("Lost")));
        recycling.run(day(40));
        expectOwner(without, "system:pool");
        expectOwner(customer, "anna");
        recycling.run(day(51));
        expectOwner(customer, "system:pool");
    }

    private static ActivityState activity(UUID customer, Instant happenedAt) {
        return StateBuilder.of(ActivityState.class)
                .with("id", UUID.randomUUID())
                .with("number", "A1")
                .with("owner", "anna")
                .with("type", "CALL")
                .with("happenedAt", happenedAt)
                .with("minutes", 5)
                .with("customerId", customer)
                .with("outcome", "CONNECTED")
                .build();
    }
}
