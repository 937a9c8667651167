package io.kehu.activity.timeline;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.activity.Neighbours;
import io.kehu.events.Collaborator;
import io.kehu.events.Collaborator.Access;
import io.kehu.events.ContractEvent;
import io.kehu.events.CustomerEvent;
import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.TicketEvent;
import io.kehu.platform.eventlog.DeadLetters;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimelineProjectionTest {

    private static final String[] EVERYTHING = {
        "activity:read",
        "activity:write",
        "activity:delete",
        "customer:read",
        "contact:read",
        "opportunity:read",
        "ticket:read",
        "survey:read",
        "contract:read"
    };
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    DeadLetters deadLetters;

    private final UUID customer = UUID.randomUUID();
    private final UUID opportunity = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();
    private final UUID doras = UUID.randomUUID();
    private final UUID contract = UUID.randomUUID();
    private final Event created = Neighbours.customer(customer, new CustomerEvent.Created(), "anna", 1, day(0));
    private final Event opened = Neighbours.opportunity(
            opportunity, new OpportunityEvent.Opened(Neighbours.CONTACT), customer, "anna", 1, day(1));

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static String anna() {
        return Tokens.own("anna", EVERYTHING);
    }

    private static String everybodys() {
        return Tokens.all("root", EVERYTHING);
    }

    private static ValidatableResponse timeline(String token, String subject) {
        return given().auth()
                .oauth2(token)
                .get("/v1/timeline?subject=" + subject)
                .then();
    }

    private ValidatableResponse ofCustomer(String token) {
        return timeline(token, "customer:" + customer);
    }

    private void awaitTypes(String token, String... types) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> ofCustomer(token).body("items.type", contains(types)));
    }

    private String log(String token, String subject, String happenedAt) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("""
                        {"type":"CALL","subject":"Quotation","happenedAt":"%s",%s,"outcome":"CONNECTED"}""".formatted(happenedAt, subject))
                .post("/v1/activities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void putsWhatEveryServiceToldInOneOrder() {
        EventStream.send(
                created,
                opened,
                Neighbours.opportunity(
                        opportunity,
                        new OpportunityEvent.StageChanged(Neighbours.CONTACT, Neighbours.NEEDS, day(1), null),
                        customer,
                        "anna",
                        2,
                        day(5)),
                Neighbours.ticket(ticket, new TicketEvent.Opened(), customer, "anna", 1, day(3)),
                Neighbours.contract(UUID.randomUUID(), customer, opportunity, "anna", day(6)));
        awaitTypes(
                anna(),
                "contract.signed",
                "opportunity.stage-changed",
                "ticket.opened",
                "opportunity.opened",
                "customer.created");
        ofCustomer(anna())
                .body("items[0].to", equalTo("SIGNED"))
                .body("items[1].from", equalTo("initial-contact"))
                .body("items[1].to", equalTo("needs-analysis"))
                .body("items[1].record.name", equalTo("Deal"))
                .body("items[1].actor", equalTo("tester"))
                .body("items[2].record.kind", equalTo("COMPLAINT"))
                .body("items[2].record.name", nullValue())
                .body("items[4].occurredAt", equalTo("2026-01-01T00:00:00Z"));
        timeline(anna(), "opportunity:" + opportunity)
                .body("items.type", contains("contract.signed", "opportunity.stage-changed", "opportunity.opened"));
    }

    @Test
    void showsAnActivityToItsAuthorAtOnce() {
        EventStream.send(created, opened);
        awaitTypes(anna(), "opportunity.opened", "customer.created");
        var about = "\"customerId\":\"%s\"".formatted(customer);
        var id = log(anna(), about, "2026-01-01T12:00:00Z");
        log(anna(), "\"opportunityId\":\"%s\"".formatted(opportunity), "2026-01-03T00:00:00Z");
        ofCustomer(anna())
                .body(
                        "items.type",
                        contains("activity.logged", "opportunity.opened", "activity.logged", "customer.created"))
                .body("items[2].id", equalTo(id))
                .body("items[2].record.name", equalTo("Quotation"))
                .body("items[2].record.kind", equalTo("CALL"))
                .body("items[2].to", equalTo("CONNECTED"));
        timeline(anna(), "opportunity:" + opportunity)
                .body("items.type", contains("activity.logged", "opportunity.opened"));
        given().auth().oauth2(anna()).delete("/v1/activities/" + id).then().statusCode(204);
        ofCustomer(anna()).body("items", hasSize(3));
    }

    @Test
    void changesNothingWhenAnEventComesTwice() {
        var moved = Neighbours.opportunity(
                opportunity,
                new OpportunityEvent.StageChanged(Neighbours.CONTACT, Neighbours.NEEDS, day(1), null),
                customer,
                "anna",
                2,
                day(5));
        EventStream.send(created, opened, created, opened, opened, moved);
        awaitTypes(anna(), "opportunity.stage-changed", "opportunity.opened", "customer.created");
        Assertions.assertThat(deadLetters.list(200)).isEmpty();
    }

    /** A contract on an opportunity of dora's, whose customer she may not see. */
    private Event contract(ContractEvent data, String owner, long version, Collaborator... collaborators) {
        return Neighbours.contract(contract, data, customer, doras, owner, version, day((int) version), collaborators);
    }

    private void awaitTypesOfDoras(String... types) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> timeline(Tokens.own("dora", EVERYTHING), "opportunity:" + doras)
                        .statusCode(200)
                        .body("items.type", contains(types)));
    }

    private Event dorasOpened() {
        return Neighbours.opportunity(
                doras, new OpportunityEvent.Opened(Neighbours.CONTACT), customer, "dora", 1, day(1));
    }

    @Test
    void addsALateFactWithoutTakingANewerOwnerBack() {
        EventStream.send(created, dorasOpened(), contract(new ContractEvent.Started(), "ben", 5));
        awaitTypes(everybodys(), "contract.started", "opportunity.opened", "customer.created");
        EventStream.send(contract(new ContractEvent.Signed(null), "dora", 4));
        awaitTypes(everybodys(), "contract.started", "contract.signed", "opportunity.opened", "customer.created");
        awaitTypesOfDoras("opportunity.opened");
    }

    @Test
    void judgesEachItemByItsOwnRecordAsItIsNow() {
        EventStream.send(created, dorasOpened(), contract(new ContractEvent.Signed(null), "ben", 4));
        awaitTypes(everybodys(), "contract.signed", "opportunity.opened", "customer.created");
        awaitTypesOfDoras("opportunity.opened");
        EventStream.send(contract(new ContractEvent.Started(), "dora", 5));
        awaitTypesOfDoras("contract.started", "contract.signed", "opportunity.opened");
        EventStream.send(
                contract(new ContractEvent.Completed(null), "ben", 6, new Collaborator("dora", Access.READ, null)));
        awaitTypesOfDoras("contract.completed", "contract.started", "contract.signed", "opportunity.opened");
        EventStream.send(contract(new ContractEvent.Updated(Set.of("collaborators")), "ben", 7));
        awaitTypesOfDoras("opportunity.opened");
    }

    @Test
    void showsEverythingOfACustomerToWhoeverMaySeeTheCustomer() {
        EventStream.send(
                created,
                Neighbours.opportunity(
                        opportunity, new OpportunityEvent.Opened(Neighbours.CONTACT), customer, "ben", 1, day(1)),
                Neighbours.ticket(ticket, new TicketEvent.Opened(), customer, "ben", 1, day(3)));
        awaitTypes(anna(), "ticket.opened", "opportunity.opened", "customer.created");
        timeline(anna(), "opportunity:" + opportunity).statusCode(200).body("items", hasSize(1));
        var about = "\"opportunityId\":\"%s\"".formatted(opportunity);
        log(anna(), about, "2026-01-03T00:00:00Z");
    }

    @Test
    void letsWhoeverSeesTheCustomerReadItsActivitiesAndNotChangeThem() {
        EventStream.send(created);
        awaitTypes(anna(), "customer.created");
        var id = log(everybodys(), "\"customerId\":\"%s\"".formatted(customer), "2026-01-03T00:00:00Z");
        awaitTypes(anna(), "activity.logged", "customer.created");
        given().auth().oauth2(anna()).get("/v1/activities/" + id).then().statusCode(200);
        given().auth()
                .oauth2(anna())
                .get("/v1/activities?filter=customerId==" + customer)
                .then()
                .body("items.id", contains(id));
        given().auth()
                .oauth2(anna())
                .contentType("application/merge-patch+json")
                .body("{\"subject\":\"Mine\"}")
                .patch("/v1/activities/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("record.read-only"));
        given().auth().oauth2(anna()).delete("/v1/activities/" + id).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.own("ben", EVERYTHING))
                .get("/v1/activities/" + id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(everybodys())
                .contentType("application/json")
                .body("{\"access\":\"WRITE\"}")
                .put("/v1/activities/" + id + "/collaborators?principal=ben")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.own("ben", EVERYTHING))
                .delete("/v1/activities/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void showsOnlyModulesThatTheCallerMayRead() {
        EventStream.send(
                created, opened, Neighbours.ticket(ticket, new TicketEvent.Opened(), customer, "anna", 1, day(3)));
        awaitTypes(anna(), "ticket.opened", "opportunity.opened", "customer.created");
        ofCustomer(Tokens.own("anna", "activity:read", "ticket:read")).body("items.type", contains("ticket.opened"));
        ofCustomer(Tokens.own("anna", "customer:read")).statusCode(403);
        given().get("/v1/timeline?subject=customer:" + customer).then().statusCode(401);
    }

    @Test
    void hidesTheTimelineOfWhatTheCallerMayNotSee() {
        EventStream.send(created, opened);
        awaitTypes(anna(), "opportunity.opened", "customer.created");
        ofCustomer(Tokens.own("ben", EVERYTHING)).statusCode(404);
        timeline(Tokens.own("ben", EVERYTHING), "opportunity:" + opportunity).statusCode(404);
    }

    @Test
    void goesOnBehindTheCursor() {
        EventStream.send(
                created,
                opened,
                Neighbours.ticket(ticket, new TicketEvent.Opened(), customer, "anna", 1, day(1)),
                Neighbours.ticket(ticket, new TicketEvent.Updated(Set.of("channel")), customer, "anna", 2, day(2)),
                Neighbours.ticket(ticket, new TicketEvent.Closed("RESOLVED"), customer, "anna", 3, day(3)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> ofCustomer(anna()).body("items", hasSize(4)));
        String all = ofCustomer(anna()).extract().jsonPath().getList("items.id").toString();
        var subject = "customer:" + customer;
        var page = timeline(anna(), subject + "&limit=3")
                .body("nextCursor", notNullValue())
                .extract();
        Assertions.assertThat(page.header("Link")).contains("rel=\"next\"");
        var ids = page.jsonPath().<String>getList("items.id");
        var rest = timeline(anna(), subject + "&limit=3&cursor=" + page.path("nextCursor"))
                .body("nextCursor", nullValue())
                .extract();
        ids.addAll(rest.jsonPath().getList("items.id"));
        Assertions.assertThat(ids.toString()).isEqualTo(all);
        timeline(anna(), "opportunity:" + opportunity + "&cursor=" + page.path("nextCursor"))
                .statusCode(400);
    }

    @Test
    void namesWhatIsWrongWithTheQuestion() {
        timeline(anna(), "customer:7").statusCode(400).body("errors[0].field", equalTo("subject"));
        timeline(anna(), "ticket:" + ticket).statusCode(400);
        given().auth().oauth2(anna()).get("/v1/timeline").then().statusCode(400);
        timeline(anna(), "customer:" + customer + "&limit=500").statusCode(400);
        EventStream.send(created);
        awaitTypes(anna(), "customer.created");
        timeline(anna(), "customer:" + customer + "&cursor=x").statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @Test
    void bearsEventsOfRecordsThatItHasNotHeardOf() {
        EventStream.send(
                Neighbours.contract(UUID.randomUUID(), customer, opportunity, "anna", day(6)),
                EventStream.event(
                        new ContractEvent.Started(),
                        Neighbours.contract(UUID.randomUUID(), customer, null, "anna", day(6))
                                .state(),
                        5,
                        day(7),
                        true),
                created);
        awaitTypes(anna(), "contract.started", "contract.signed", "customer.created");
    }
}
