package io.kehu.customer.lifecycle;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where the relationship with a customer may go, by hand, by a contract and by rules. */
@QuarkusTest
class LifecycleTest {

    @Inject
    LifecycleWatch watch;

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna", "customer:read", "customer:write", "customer:delete", "customer:admin", "pii:read"))
                .contentType("application/json");
    }

    private static String customer() {
        return "/v1/customers/"
                + anna().body("{\"name\":\"Bike GmbH\"}")
                        .post("/v1/customers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static void move(String customer, String lifecycle, String reason, int status) {
        var body = reason == null
                ? "{\"lifecycle\":\"%s\"}".formatted(lifecycle)
                : "{\"lifecycle\":\"%s\",\"reason\":\"%s\"}".formatted(lifecycle, reason);
        anna().body(body).put(customer + "/lifecycle").then().statusCode(status);
    }

    private static Event signed(String customer, boolean historical) {
        return signed(customer, "2027-03-15", historical);
    }

    private static Event signed(String customer, String endsOn, boolean historical) {
        var state = StateBuilder.of(ContractState.class)
                .with("id", UUID.randomUUID())
                .with("number", "K7")
                .with("name", "A contract")
                .with("owner", "anna")
                .with("customerId", UUID.fromString(customer.substring(customer.lastIndexOf('/') + 1)))
                .with("amount", new Money(new BigDecimal("10.00"), "CNY"))
                .with("approval", "APPROVED")
                .with("status", "SIGNED")
                .with("signedOn", LocalDate.parse("2026-03-15"))
                .with("startsOn", LocalDate.parse("2026-03-15"))
                .with("endsOn", LocalDate.parse(endsOn))
                .build();
        return EventStream.event(new ContractEvent.Signed(state.signedOn()), state, 3, Instant.now(), historical);
    }

    @Test
    void goesFromProspectToLostAndBack() {
        var customer = customer();
        move(customer, "ACTIVE", null, 409);
        move(customer, "QUALIFIED", null, 200);
        move(customer, "QUALIFIED", null, 200);
        move(customer, "ACTIVE", null, 200);
        move(customer, "CHURNED", "left", 409);
        move(customer, "AT_RISK", null, 422);
        move(customer, "AT_RISK", "complains", 200);
        anna().get(customer).then().body("lifecycle", equalTo("AT_RISK")).body("lifecycleReason", equalTo("complains"));
        move(customer, "CHURNED", "left", 200);
        move(customer, "ACTIVE", null, 200);
        move(customer, "BLACKLISTED", "fraud", 200);
        move(customer, "ACTIVE", "sorry", 409);
        move(customer, "PROSPECT", "a mistake", 200);
        anna().get(customer).then().body("version", equalTo(8));
        anna().get(customer + "/history").then().body("items[1].type", equalTo("customer.lifecycle-changed"));
    }

    @Test
    void makesACustomerActiveWhenAContractIsSigned() {
        var customer = customer();
        var event = signed(customer, false);
        EventStream.send(event, event);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(customer)
                        .then()
                        .body("lifecycle", equalTo("ACTIVE"))
                        .body("lifecycleReason", equalTo("K7"))
                        .body("firstDealAt", notNullValue())
                        .body("version", equalTo(2)));
    }

    @Test
    void makesTheSurvivorActiveWhenAContractWithAMergedCustomerIsSigned() {
        var survivor = customer();
        var merged = customer();
        anna().body("{\"customers\":[\"%s\"]}".formatted(merged.substring(merged.lastIndexOf('/') + 1)))
                .post(survivor + "/merge")
                .then()
                .statusCode(200);
        EventStream.send(signed(merged, false));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(survivor).then().body("lifecycle", equalTo("ACTIVE")));
    }

    @Test
    void learnsTheFirstDealOfTheImportedPastAndDoesNothingAboutIt() {
        var customer = customer();
        EventStream.send(signed(customer, true));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(customer)
                        .then()
                        .body("firstDealAt", notNullValue())
                        .body("lifecycle", equalTo("PROSPECT"))
                        .body("version", equalTo(1)));
    }

    @Test
    void movesByTheRulesWhomNobodyContacts() {
        var customer = customer();
        move(customer, "QUALIFIED", null, 200);
        move(customer, "ACTIVE", null, 200);
        anna().body("{\"atRiskAfterDays\":90,\"churnedAfterDays\":400}")
                .put("/v1/customers/lifecycle-rules")
                .then()
                .statusCode(200);
        anna().get("/v1/customers/lifecycle-rules").then().body("atRiskAfterDays", equalTo(90));
        watch.run(Instant.now().plus(Duration.ofDays(80)));
        anna().get(customer).then().body("lifecycle", equalTo("ACTIVE"));
        watch.run(Instant.now().plus(Duration.ofDays(91)));
        anna().get(customer)
                .then()
                .body("lifecycle", equalTo("AT_RISK"))
                .body("lifecycleReason", equalTo("no contact for 90 days"));
        watch.run(Instant.now().plus(Duration.ofDays(401)));
        anna().get(customer).then().body("lifecycle", equalTo("CHURNED"));
        anna().body("{}").put("/v1/customers/lifecycle-rules").then().body("atRiskAfterDays", nullValue());
        anna().get(customer + "/history?limit=1").then().body("items.actor", contains("system:lifecycle"));
    }

    private void rules(String rules) {
        anna().body(rules).put("/v1/customers/lifecycle-rules").then().statusCode(200);
    }

    private static String active() {
        var customer = customer();
        move(customer, "QUALIFIED", null, 200);
        move(customer, "ACTIVE", null, 200);
        return customer;
    }

    @Test
    void movesWhomALowScoreShowsToBeUnsatisfied() {
        rules("{\"atRiskAtScore\":2}");
        var content = active();
        var customer = active();
        EventStream.send(answered(content, 3), answered(customer, 2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(customer)
                        .then()
                        .body("lifecycle", equalTo("AT_RISK"))
                        .body("lifecycleReason", equalTo("satisfaction 2 of 5 (S7)")));
        anna().get(content).then().body("lastFeedbackScore", equalTo(3)).body("lifecycle", equalTo("ACTIVE"));
        rules("{}");
    }

    private static Event answered(String customer, int score) {
        var id = UUID.fromString(customer.substring(customer.lastIndexOf('/') + 1));
        var state = StateBuilder.of(SurveyState.class)
                .with("id", UUID.randomUUID())
                .with("number", "S7")
                .with("owner", "anna")
                .with("kind", "CSAT")
                .with("customerId", id)
                .with("status", "ANSWERED")
                .with("score", score)
                .with("sentAt", Instant.now())
                .with("answeredAt", Instant.now())
                .build();
        return EventStream.event(new SurveyEvent.Answered(score), state, 2);
    }

    @Test
    void movesWhoseContractEndsWithoutAnotherThatRunsLonger() {
        var customer = active();
        var renewed = active();
        EventStream.send(signed(customer, true), signed(renewed, true), signed(renewed, "2028-03-15", true));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> anna().get(renewed).then().body("dealCount", equalTo(2)));
        rules("{\"atRiskBeforeContractEndDays\":30}");
        watch.run(Instant.parse("2027-02-10T00:00:00Z"));
        anna().get(customer).then().body("lifecycle", equalTo("ACTIVE"));
        watch.run(Instant.parse("2027-02-20T00:00:00Z"));
        anna().get(customer)
                .then()
                .body("lifecycle", equalTo("AT_RISK"))
                .body("lifecycleReason", equalTo("a contract ends within 30 days"));
        anna().get(renewed).then().body("lifecycle", equalTo("ACTIVE"));
        rules("{}");
    }
}
