package io.kehu.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.events.Context;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.EventFamily;
import io.kehu.events.Money;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractResourceTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String CONTRACTS = "/v1/contracts";

    @Inject
    KnownRecords known;

    private UUID customer;

    @BeforeEach
    void publishACustomer() {
        customer = Neighbours.customer("anna");
        awaitKnown(EventFamily.CUSTOMER, customer);
    }

    private void awaitKnown(EventFamily family, UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(family, id).isPresent()));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", "contract:read", "contract:write", "contract:delete", "contract:approve"));
    }

    private static RequestSpecification boss() {
        return as(Tokens.all("boss", "contract:read", "contract:approve"));
    }

    private String body() {
        return """
                {"name":"Service 2026","customerId":"%s","amount":{"amount":"1234.5","currency":"CNY"},
                 "startsOn":"2026-01-01","endsOn":"2026-12-31"}""".formatted(customer);
    }

    private String draft() {
        return anna().body(body())
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse step(RequestSpecification who, String id, String step) {
        return step(who, id, step, "{}");
    }

    private static ValidatableResponse step(RequestSpecification who, String id, String step, String body) {
        return who.body(body).post(CONTRACTS + "/" + id + "/" + step).then();
    }

    private String approved() {
        var id = draft();
        step(anna(), id, "submit").statusCode(200);
        step(boss(), id, "approve").statusCode(200);
        return id;
    }

    private String signed() {
        var id = approved();
        step(anna(), id, "sign", "{\"signedOn\":\"2026-01-02\"}").statusCode(200);
        return id;
    }

    @Test
    void draftsAContractAndPublishesIt() {
        var opportunity = Neighbours.opportunity("anna", customer);
        awaitKnown(EventFamily.OPPORTUNITY, opportunity);
        var answer = anna().body("""
                        {"name":"Service 2026","customerId":"%s","opportunityId":"%s","startsOn":"2026-01-01",
                         "lines":[{"product":"Consulting","quantity":2.50,"price":{"amount":"100","currency":"CNY"},
                                   "discount":0.10}],"paymentTerms":"30 days"}""".formatted(customer, opportunity))
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(CONTRACTS + "/"))
                .body("number", startsWith("K20"))
                .body("owner", equalTo("anna"))
                .body("approval", equalTo("DRAFT"))
                .body("status", equalTo("DRAFT"))
                .body("amount.amount", equalTo("225.00"))
                .body("opportunityId", equalTo(opportunity.toString()))
                .extract();
        var id = UUID.fromString(answer.path("id"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CONTRACT.topic(), id);
            assertThat(events).hasSize(1);
            assertThat(events.getFirst().data()).isEqualTo(new ContractEvent.Drafted());
            var state = (ContractState) events.getFirst().state();
            assertThat(state.amount()).isEqualTo(Money.of("225", "CNY"));
            assertThat(state.lines()).hasSize(1);
        });
    }

    @Test
    void goesFromDraftToCompleted() {
        var id = draft();
        step(anna(), id, "submit", "{\"comment\":\"please\"}").statusCode(200).body("approval", equalTo("PENDING"));
        step(boss(), id, "approve").statusCode(200).body("approvedBy", equalTo("boss"));
        step(anna(), id, "sign", "{\"signedOn\":\"2026-01-02\"}")
                .statusCode(200)
                .body("status", equalTo("SIGNED"));
        anna().post(CONTRACTS + "/" + id + "/start").then().statusCode(200).body("status", equalTo("IN_PROGRESS"));
        anna().post(CONTRACTS + "/" + id + "/complete").then().statusCode(200).body("status", equalTo("COMPLETED"));
        anna().get(CONTRACTS + "/" + id + "/history")
                .then()
                .body(
                        "items.type",
                        contains(
                                "contract.completed",
                                "contract.started",
                                "contract.signed",
                                "contract.approved",
                                "contract.submitted",
                                "contract.drafted"))
                .body("items[2].changes.find { it.field == 'signedOn' }.to", equalTo("2026-01-02"))
                .body("items[2].changes.field", contains("signedOn", "status"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"name\":\" \",\"lines\":[{\"quantity\":-1}]}")
                .post(CONTRACTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("customerId", "lines[0].quantity", "name"));
        anna().body(body().replace("CNY", "XYZ"))
                .post(CONTRACTS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("amount"));
        anna().body(body().replace("1234.5", "1E+2147483640"))
                .post(CONTRACTS)
                .then()
                .statusCode(400);
        anna().body(body().replace("1234.5", "-1")).post(CONTRACTS).then().statusCode(400);
        anna().body(body().replace("name", "nmae"))
                .post(CONTRACTS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("nmae"));
        var id = draft();
        step(anna(), id, "reject").statusCode(400).body("errors[0].field", equalTo("reason"));
        step(anna(), id, "sign").statusCode(400).body("errors[0].field", equalTo("signedOn"));
        step(anna(), id, "terminate", "").statusCode(400);
    }

    @Test
    void refusesWhatItCannotReferTo() {
        var hidden = Neighbours.customer("somebody");
        awaitKnown(EventFamily.CUSTOMER, hidden);
        as(Tokens.own("anna", "contract:write"))
                .body(body().replace(customer.toString(), hidden.toString()))
                .post(CONTRACTS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customerId"))
                .body("errors[0].code", equalTo("reference.unknown"));
        anna().body("""
                        {"name":"x","customerId":"%s","lines":[{"productId":"%s","quantity":1}]}""".formatted(customer, UUID.randomUUID()))
                .post(CONTRACTS)
                .then()
                .statusCode(422)
                .body("errors.field", contains("lines[0].productId", "lines[0].product", "lines[0].price"));
        var id = draft();
        as(Tokens.own("anna", "contract:write"))
                .contentType(PATCH)
                .body("{\"customerId\":\"" + hidden + "\"}")
                .patch(CONTRACTS + "/" + id)
                .then()
                .statusCode(422);
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        var id = draft();
        given().get(CONTRACTS).then().statusCode(401);
        as(Tokens.all("anna", "product:read")).get(CONTRACTS).then().statusCode(403);
        as(Tokens.all("anna", "product:read")).get(CONTRACTS + "/totals").then().statusCode(403);
        var reader = Tokens.all("anna", "contract:read");
        as(reader).body(body()).post(CONTRACTS).then().statusCode(403);
        as(reader)
                .contentType(PATCH)
                .body("{}")
                .patch(CONTRACTS + "/" + id)
                .then()
                .statusCode(403);
        as(reader).delete(CONTRACTS + "/" + id).then().statusCode(403);
        var writer = Tokens.all("anna", "contract:read", "contract:write");
        step(as(writer), id, "approve").statusCode(403);
        step(as(writer), id, "reject", "{\"reason\":\"x\"}").statusCode(403);
        for (var each : new String[] {"submit", "withdraw", "sign", "start", "complete", "terminate", "void"}) {
            step(as(reader), id, each).statusCode(403);
        }
    }

    @Test
    void hidesOtherPeoplesRows() {
        var id = draft();
        var path = CONTRACTS + "/" + id;
        var ben = Tokens.own("ben", "contract:read", "contract:write", "contract:delete", "contract:approve");
        as(ben).get(path).then().statusCode(404);
        as(ben).get(path + "/history").then().statusCode(404);
        as(ben).get(path + "?asOf=" + Instant.now()).then().statusCode(404);
        as(ben).get(CONTRACTS + "?filter=id==" + id).then().body("items", hasSize(0));
        as(ben).get(CONTRACTS + "/totals").then().statusCode(200).body("count", equalTo(0));
        as(ben).contentType(PATCH)
                .body("{\"name\":\"Mine\"}")
                .patch(path)
                .then()
                .statusCode(404);
        as(ben).delete(path).then().statusCode(404);
        for (var each : new String[] {"submit", "withdraw", "approve", "start", "complete", "void"}) {
            step(as(ben), id, each).statusCode(404);
        }
        step(as(ben), id, "reject", "{\"reason\":\"x\"}").statusCode(404);
        step(as(ben), id, "terminate", "{\"reason\":\"x\"}").statusCode(404);
        step(as(ben), id, "sign", "{\"signedOn\":\"2026-01-02\"}").statusCode(404);
        anna().get(CONTRACTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void answersConflictWhenTheRulesForbidTheMove() {
        var id = draft();
        step(anna(), id, "approve").statusCode(409).body("code", equalTo("contract.approval-move"));
        step(anna(), id, "withdraw").statusCode(409);
        step(boss(), id, "reject", "{\"reason\":\"x\"}").statusCode(409);
        step(anna(), id, "sign", "{\"signedOn\":\"2026-01-02\"}")
                .statusCode(409)
                .body("code", equalTo("contract.not-approved"));
        step(anna(), id, "start").statusCode(409).body("code", equalTo("contract.status-move"));
        step(anna(), id, "complete").statusCode(409);
        step(anna(), id, "terminate", "{\"reason\":\"x\"}").statusCode(409);
        step(anna(), id, "submit").statusCode(200);
        step(anna(), id, "submit").statusCode(409);
        step(anna(), id, "approve").statusCode(409).body("code", equalTo("contract.own-approval"));
        anna().contentType(PATCH)
                .body("{\"name\":\"x\"}")
                .patch(CONTRACTS + "/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("contract.pending"));
        anna().delete(CONTRACTS + "/" + id).then().statusCode(409).body("code", equalTo("contract.not-draft"));
        var signed = signed();
        step(anna(), signed, "void").statusCode(409);
        anna().header("Accept-Language", "zh-CN")
                .contentType(PATCH)
                .body("{\"name\":\"x\"}")
                .patch(CONTRACTS + "/" + signed)
                .then()
                .statusCode(409)
                .body("code", equalTo("contract.fixed"))
                .body("detail", containsString("合同状态"));
    }

    @Test
    void takesAnApprovedContractBackToTheDraftWhenItChanges() {
        var id = approved();
        var path = CONTRACTS + "/" + id;
        anna().contentType(PATCH)
                .body("{\"amount\":{\"amount\":\"1234.50\"}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("approval", equalTo("APPROVED"));
        anna().contentType(PATCH)
                .header("If-Match", "\"2\"")
                .body("{\"amount\":{\"amount\":\"1200\"}}")
                .patch(path)
                .then()
                .statusCode(412)
                .header("ETag", "\"3\"");
        anna().contentType(PATCH)
                .header("If-Match", "\"3\"")
                .body("{\"amount\":{\"amount\":\"1200\"}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("approval", equalTo("DRAFT"))
                .body("approvedBy", nullValue())
                .body("amount.currency", equalTo("CNY"));
        anna().header("If-Match", "\"3\"")
                .body("{}")
                .post(path + "/submit")
                .then()
                .statusCode(412);
        anna().get(path + "/history")
                .then()
                .body("items[0].type", equalTo("contract.updated"))
                .body("items[0].changes.field", contains("amount", "approval", "approvedBy", "submittedBy"));
    }

    @Test
    void listsAndCountsWhatTheCallerSees() {
        var user = "seller-" + UUID.randomUUID();
        var own = Neighbours.customer(user);
        awaitKnown(EventFamily.CUSTOMER, own);
        var token = Tokens.own(user, "contract:read", "contract:write");
        as(token)
                .body(body().replace(customer.toString(), own.toString()))
                .post(CONTRACTS)
                .then()
                .statusCode(201);
        as(token)
                .body(body().replace(customer.toString(), own.toString()).replace("CNY", "USD"))
                .post(CONTRACTS)
                .then()
                .statusCode(201);
        String id = as(token)
                .body("{\"name\":\"Later\",\"customerId\":\"%s\"}".formatted(own))
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(as(token), id, "submit").statusCode(422).body("errors.field", contains("amount", "startsOn", "endsOn"));
        step(as(token), id, "void", "{\"reason\":\"double\"}").statusCode(200).body("status", equalTo("VOIDED"));
        as(token)
                .get(CONTRACTS + "/totals")
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("byStatus.DRAFT.count", equalTo(2))
                .body("byStatus.DRAFT.amounts.amount", contains("1234.50", "1234.50"))
                .body("byStatus.DRAFT.amounts.currency", contains("CNY", "USD"))
                .body("byStatus.VOIDED.count", equalTo(1))
                .body("byStatus.VOIDED.amounts", hasSize(0));
        as(token)
                .get(CONTRACTS + "?filter=status==DRAFT;amountCurrency==USD&sort=-amount&count=exact")
                .then()
                .body("count.value", equalTo(1));
        as(token).get(CONTRACTS + "?q=later").then().body("items.id", contains(id));
        as(token).get(CONTRACTS + "?filter=lines==x").then().statusCode(400);
    }

    @Test
    void tellsItsPastAndRepeatsNoWork() {
        var key = UUID.randomUUID().toString();
        String id = anna().header("Idempotency-Key", key)
                .body(body())
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().header("Idempotency-Key", key)
                .body(body())
                .post(CONTRACTS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id))
                .body("amount.amount", equalTo("1234.50"));
        var between = Instant.now();
        step(anna(), id, "submit").statusCode(200);
        anna().get(CONTRACTS + "/" + id + "?asOf=" + between)
                .then()
                .statusCode(200)
                .body("approval", equalTo("DRAFT"))
                .body("version", equalTo(1));
        var other = draft();
        anna().delete(CONTRACTS + "/" + other).then().statusCode(204);
        anna().get(CONTRACTS + "/" + other).then().statusCode(404);
    }
}
