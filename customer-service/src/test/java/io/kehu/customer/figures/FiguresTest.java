package io.kehu.customer.figures;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What other contexts tell of customers, and of whole groups. */
@QuarkusTest
class FiguresTest {

    private static final UUID BIKE = UUID.randomUUID();
    private static final String OWNER = "figures-" + UUID.randomUUID();

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification owner() {
        return as(Tokens.own(OWNER, "customer:read", "customer:write"));
    }

    private static RequestSpecification everybody() {
        return as(Tokens.all("boss", "customer:read", "customer:write"));
    }

    private static UUID customer(RequestSpecification by) {
        return UUID.fromString(by.body("{\"name\":\"Figures %s\"}".formatted(UUID.randomUUID()))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void below(UUID parent, UUID child) {
        everybody()
                .body("{\"customerId\":\"%s\",\"relation\":\"SUBSIDIARY\"}".formatted(parent))
                .put("/v1/customers/" + child + "/parent")
                .then()
                .statusCode(200);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    static Event contract(UUID customer, String status, Money amount) {
        var line = new ContractState.Line(BIKE, "Bike", BigDecimal.ONE, amount, null);
        var state = StateBuilder.of(ContractState.class)
                .with("id", UUID.randomUUID())
                .with("number", "K1")
                .with("name", "Contract")
                .with("owner", "anna")
                .with("customerId", customer)
                .with("amount", amount)
                .with("approval", "APPROVED")
                .with("status", status)
                .with("signedOn", LocalDate.parse("2026-03-15"))
                .with("startsOn", LocalDate.parse("2026-03-15"))
                .with("endsOn", LocalDate.parse("2027-03-15"))
                .with("lines", List.of(line))
                .build();
        return EventStream.event(new ContractEvent.Signed(state.signedOn()), state, 3, Instant.now(), true);
    }

    static Event opportunity(UUID customer, String kind, int probability, Money amount) {
        var stage = new StageState("sales", "s" + probability, "Stage " + probability, 1, kind, probability);
        var closed = kind.equals("OPEN") ? null : Instant.parse("2026-05-01T00:00:00Z");
        var state = StateBuilder.of(OpportunityState.class)
                .with("id", UUID.randomUUID())
                .with("number", "O1")
                .with("name", "Deal")
                .with("owner", "anna")
                .with("customerId", customer)
                .with("stage", stage)
                .with("amount", amount)
                .with("amountSource", "STATED")
                .with("openedAt", Instant.parse("2026-04-01T00:00:00Z"))
                .with("closedAt", closed)
                .build();
        return EventStream.event(new OpportunityEvent.Opened(stage), state, 1);
    }

    static Event ticket(UUID customer, String status) {
        var state = StateBuilder.of(TicketState.class)
                .with("id", UUID.randomUUID())
                .with("number", "T1")
                .with("owner", "anna")
                .with("customerId", customer)
                .with("type", "REPAIR")
                .with("priority", "HIGH")
                .with("status", status)
                .with("openedAt", Instant.now())
                .build();
        return EventStream.event(new TicketEvent.Opened(), state, 1);
    }

    static Event answered(UUID customer, int score) {
        var state = StateBuilder.of(SurveyState.class)
                .with("id", UUID.randomUUID())
                .with("number", "S1")
                .with("owner", "anna")
                .with("kind", "CSAT")
                .with("customerId", customer)
                .with("status", "ANSWERED")
                .with("score", score)
                .with("sentAt", Instant.now())
                .with("answeredAt", Instant.parse("2026-06-01T08:00:00Z"))
                .build();
        return EventStream.event(new SurveyEvent.Answered(score), state, 2);
    }

    static Event call(UUID customer) {
        var state = StateBuilder.of(ActivityState.class)
                .with("id", UUID.randomUUID())
                .with("number", "A1")
                .with("owner", "anna")
                .with("type", "CALL")
                .with("direction", "OUT")
                .with("happenedAt", Instant.parse("2026-06-02T08:00:00Z"))
                .with("minutes", 5)
                .with("customerId", customer)
                .with("outcome", "CONNECTED")
                .with("results", Set.of("NEW_NEED"))
                .build();
        return EventStream.event(new ActivityEvent.Logged(), state, 1);
    }

    @Test
    void sumsUpWhatIsToldOfACustomer() {
        var id = customer(owner());
        var call = call(id);
        EventStream.send(
                contract(id, "SIGNED", Money.of("10.50", "CNY")),
                contract(id, "COMPLETED", Money.of("4", "CNY")),
                contract(id, "EXPIRED", Money.of("3", "EUR")),
                contract(id, "DRAFT", Money.of("99", "CNY")));
        EventStream.send(
                opportunity(id, "WON", 100, null),
                opportunity(id, "OPEN", 30, null),
                opportunity(id, "OPEN", 60, null));
        EventStream.send(ticket(id, "IN_PROGRESS"), ticket(id, "CLOSED"), answered(id, 4));
        EventStream.send(call);
        eventually(() -> owner().get("/v1/customers/" + id)
                .then()
                .body("dealCount", equalTo(3))
                .body("totalRevenue.amount", contains("14.50", "3.00"))
                .body("totalRevenue.currency", contains("CNY", "EUR"))
                .body("baseRevenue.amount", equalTo("14.50"))
                .body("baseRevenue.currency", equalTo("CNY"))
                .body("purchasedProducts", hasSize(1))
                .body("purchasedProducts[0].name", equalTo("Bike"))
                .body("openOpportunities", equalTo(2))
                .body("salesProgress", equalTo("Stage 60"))
                .body("salesProbability", equalTo(60))
                .body("openTickets", equalTo(1))
                .body("lastFeedbackScore", equalTo(4))
                .body("lastFollowUpId", equalTo(call.state().id().toString()))
                .body("lastFollowUpResults", contains("NEW_NEED"))
                .body("version", equalTo(1)));
        owner().get(
                        "/v1/customers?filter=purchasedProducts==%s;dealCount=ge=3;baseRevenue=gt=14;lastFeedbackScore==4;lastFollowUpMethod==CALL;lastFollowUpResults==NEW_NEED&sort=-baseRevenue"
                                .formatted(BIKE))
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void tellsTheLastOutcomeWhereNothingIsOpen() {
        var id = customer(owner());
        EventStream.send(opportunity(id, "LOST", 0, null));
        eventually(() -> owner().get("/v1/customers/" + id).then().body("salesProgress", equalTo("Stage 0")));
    }

    @Test
    void sumsUpNoRevenueThatAPoolHides() {
        var team = "/figures-" + UUID.randomUUID();
        as(Tokens.all("root", "customer:admin"))
                .body("{\"name\":\"%s\",\"teams\":[\"%1$s\"],\"hiddenFields\":[\"totalRevenue\"]}".formatted(team))
                .post("/v1/customer-pools")
                .then()
                .statusCode(201);
        var member = as(Tokens.of("ben", team, "scope:own", "customer:read", "customer:write"));
        var pooled = customer(member);
        member.body("{\"reason\":\"no need\"}")
                .post("/v1/customers/" + pooled + "/release")
                .then()
                .statusCode(200);
        EventStream.send(contract(pooled, "SIGNED", Money.of("10", "CNY")));
        eventually(() -> everybody()
                .get("/v1/customers/" + pooled + "/rollup")
                .then()
                .body("revenue.amount", contains("10.00")));
        member.get("/v1/customers/" + pooled + "/rollup")
                .then()
                .statusCode(200)
                .body("deals", equalTo(1))
                .body("revenue", empty())
                .body("runningContractAmount", empty());
    }

    @Test
    void sumsUpTheWholeTreeAsFarAsTheCallerMaySeeIt() {
        var root = customer(owner());
        var hidden = customer(as(Tokens.own("somebody-else", "customer:read", "customer:write")));
        var leaf = customer(owner());
        below(root, hidden);
        below(hidden, leaf);
        EventStream.send(
                contract(root, "IN_PROGRESS", Money.of("10", "CNY")),
                contract(leaf, "COMPLETED", Money.of("5", "USD")),
                contract(hidden, "SIGNED", Money.of("1000", "CNY")));
        EventStream.send(opportunity(root, "OPEN", 10, Money.of("7", "CNY")), opportunity(leaf, "OPEN", 10, null));
        EventStream.send(ticket(leaf, "NEW"), ticket(hidden, "NEW"));
        eventually(() -> owner().get("/v1/customers/" + root + "/rollup")
                .then()
                .statusCode(200)
                .body("customers", equalTo(2))
                .body("customersLeftOut", equalTo(1))
                .body("contracts", equalTo(2))
                .body("runningContracts", equalTo(1))
                .body("runningContractAmount.amount", contains("10.00"))
                .body("deals", equalTo(2))
                .body("revenue.amount", contains("10.00", "5.00"))
                .body("revenue.currency", contains("CNY", "USD"))
                .body("openOpportunities", equalTo(2))
                .body("openOpportunityAmount.amount", contains("7.00"))
                .body("openOpportunitiesWithoutAmount", equalTo(1))
                .body("openTickets", equalTo(1)));
        eventually(() -> everybody()
                .get("/v1/customers/" + root + "/rollup")
                .then()
                .body("customers", equalTo(3))
                .body("customersLeftOut", equalTo(0))
                .body("revenue.amount", contains("1010.00", "5.00")));
        owner().get("/v1/customers/" + leaf + "/rollup")
                .then()
                .body("customers", equalTo(1))
                .body("runningContractAmount", empty());
        owner().get("/v1/customers/" + hidden + "/rollup").then().statusCode(404);
    }
}
