package io.kehu.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.OpportunityEvent;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivityResourceTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String ACTIVITIES = "/v1/activities";

    @Inject
    KnownRecords known;

    private final UUID customer = UUID.randomUUID();
    private final UUID hidden = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final UUID opportunity = UUID.randomUUID();

    @BeforeEach
    void publishNeighbours() {
        EventStream.send(
                Neighbours.customer(customer, new CustomerEvent.Created(), "anna", 1, Instant.now()),
                Neighbours.customer(hidden, new CustomerEvent.Created(), "somebody", 1, Instant.now()),
                Neighbours.contact(contact, customer, "anna"),
                Neighbours.opportunity(
                        opportunity, new OpportunityEvent.Opened(Neighbours.CONTACT), null, "anna", 1, Instant.now()));
        awaitKnown(EventFamily.CUSTOMER, customer);
        awaitKnown(EventFamily.CUSTOMER, hidden);
        awaitKnown(EventFamily.CONTACT, contact);
        awaitKnown(EventFamily.OPPORTUNITY, opportunity);
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
        return as(Tokens.all("anna", "activity:read", "activity:write", "activity:delete", "pii:read"));
    }

    private String body() {
        return """
                {"type":"CALL","direction":"OUTBOUND","subject":"Quotation","content":"Wants 5 percent off",
                 "happenedAt":"2026-03-01T09:00:00Z","minutes":20,"customerId":"%s","outcome":"CONNECTED",
                 "results":["NEEDS_FOLLOW_UP"]}""".formatted(customer);
    }

    private String log() {
        return anna().body(body())
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void logsAnActivityAndPublishesItWithoutItsText() {
        String created = anna().body("""
                        {"type":"VISIT","subject":"Site visit","content":"Met 王伟","happenedAt":"2026-03-01T09:00:00.123456789Z",
                         "customerId":"%s","opportunityId":"%s","contactIds":["%s"],"participants":["王伟"],
                         "results":["AGREED","NEW_NEED"],"needs":"A second line","feedback":"Happy"}""".formatted(customer, opportunity, contact))
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(ACTIVITIES + "/"))
                .body("number", startsWith("A20"))
                .body("owner", equalTo("anna"))
                .body("performedBy", equalTo("anna"))
                .body("subject", equalTo("Site visit"))
                .body("happenedAt", equalTo("2026-03-01T09:00:00.123456Z"))
                .body("participants", contains("王伟"))
                .body("results", containsInAnyOrder("AGREED", "NEW_NEED"))
                .extract()
                .path("id");
        var id = UUID.fromString(created);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.ACTIVITY.topic(), id);
            assertThat(events).hasSize(1);
            assertThat(events.getFirst().data()).isEqualTo(new ActivityEvent.Logged());
            assertThat(events.getFirst().metadata().occurredAt()).isEqualTo("2026-03-01T09:00:00.123456Z");
            assertThat(((ActivityState) events.getFirst().state()).contactIds()).containsExactly(contact);
            assertThat(events.getFirst().toString()).doesNotContain("Site visit", "王伟", "second line", "Happy");
        });
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"subject\":\" \",\"minutes\":-1}")
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("errors.field", contains("happenedAt", "minutes", "subject", "type"));
        anna().body(body().replace("CALL", "TELEX"))
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("type"));
        anna().body(body().replace("minutes", "minuets"))
                .post(ACTIVITIES)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("minuets"));
        anna().header("Accept-Language", "zh-CN")
                .body(body().replace("CALL", "NOTE"))
                .post(ACTIVITIES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("outcome"))
                .body("errors[0].message", containsString("接通情况"));
        anna().body(body().replace("2026-03-01", "2199-03-01"))
                .post(ACTIVITIES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("happenedAt"));
    }

    @Test
    void refusesWhatItCannotReferTo() {
        var own = Tokens.own("anna", "activity:read", "activity:write");
        as(own).body(body().replace(customer.toString(), hidden.toString()))
                .post(ACTIVITIES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customerId"))
                .body("errors[0].code", equalTo("reference.unknown"));
        String id = as(own).body(body())
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(own).contentType(PATCH)
                .body("{\"customerId\":\"" + hidden + "\"}")
                .patch(ACTIVITIES + "/" + id)
                .then()
                .statusCode(422);
        as(own).contentType(PATCH)
                .body("{\"customerId\":null}")
                .patch(ACTIVITIES + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("activity.about-nothing"));
    }

    @Test
    void isLoggedForSomebodyElseOnlyByWhoeverSeesTheirRows() {
        var forBen = body().replace("\"type\"", "\"performedBy\":\"ben\",\"type\"");
        as(Tokens.own("anna", "activity:write"))
                .body(forBen)
                .post(ACTIVITIES)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("performedBy"));
        String id = anna().body(forBen)
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .body("owner", equalTo("ben"))
                .body("createdBy", equalTo("anna"))
                .extract()
                .path("id");
        as(Tokens.own("ben", "activity:read")).get(ACTIVITIES + "/" + id).then().statusCode(200);
        anna().contentType(PATCH)
                .body("{\"performedBy\":\"carl\"}")
                .patch(ACTIVITIES + "/" + id)
                .then()
                .statusCode(200)
                .body("owner", equalTo("carl"));
        as(Tokens.own("ben", "activity:read")).get(ACTIVITIES + "/" + id).then().statusCode(404);
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        var id = log();
        given().get(ACTIVITIES).then().statusCode(401);
        var other = Tokens.all("anna", "customer:read");
        as(other).get(ACTIVITIES).then().statusCode(403);
        as(other).get(ACTIVITIES + "/" + id).then().statusCode(403);
        as(other).get(ACTIVITIES + "/" + id + "/history").then().statusCode(403);
        var reader = Tokens.all("anna", "activity:read");
        as(reader).body(body()).post(ACTIVITIES).then().statusCode(403);
        as(reader)
                .contentType(PATCH)
                .body("{}")
                .patch(ACTIVITIES + "/" + id)
                .then()
                .statusCode(403);
        as(reader).delete(ACTIVITIES + "/" + id).then().statusCode(403);
    }

    @Test
    void hidesOtherPeoplesRows() {
        var id = log();
        var path = ACTIVITIES + "/" + id;
        var ben = Tokens.own("ben", "activity:read", "activity:write", "activity:delete");
        as(ben).get(path).then().statusCode(404);
        as(ben).get(path + "?asOf=" + Instant.now()).then().statusCode(404);
        as(ben).get(path + "/history").then().statusCode(404);
        as(ben).get(ACTIVITIES + "?filter=id==" + id).then().body("items", hasSize(0));
        as(ben).contentType(PATCH)
                .body("{\"subject\":\"Mine\"}")
                .patch(path)
                .then()
                .statusCode(404);
        as(ben).delete(path).then().statusCode(404);
    }

    @Test
    void changesOnlyTheVersionThatTheCallerKnows() {
        var path = ACTIVITIES + "/" + log();
        var between = Instant.now();
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"feedback\":\"Too dear\",\"outcome\":\"NO_ANSWER\",\"results\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("results", hasSize(0));
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"feedback\":null}")
                .patch(path)
                .then()
                .statusCode(412);
        anna().contentType(PATCH)
                .body("{\"subject\":\"Quotation\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        anna().get(path + "?asOf=" + between)
                .then()
                .body("outcome", equalTo("CONNECTED"))
                .body("subject", equalTo("Quotation"));
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("activity.updated", "activity.logged"))
                .body("items[0].changes.field", contains("outcome", "results", "feedback"))
                .body("items[0].changes[2].to", equalTo("Too dear"));
        as(Tokens.all("gina", "activity:read"))
                .get(path + "/history")
                .then()
                .body("items[0].changes[2].hidden", equalTo(true));
    }

    @Test
    void listsWithFilterSortAndSearch() {
        var user = "user-" + UUID.randomUUID();
        var token = Tokens.own(user, "activity:read", "activity:write", "activity:delete");
        var mine = UUID.randomUUID();
        EventStream.send(Neighbours.customer(mine, new CustomerEvent.Created(), user, 1, Instant.now()));
        awaitKnown(EventFamily.CUSTOMER, mine);
        for (var day = 1; day <= 3; day++) {
            as(token)
                    .body(body().replace(customer.toString(), mine.toString())
                            .replace("03-01", "03-0" + day)
                            .replace("Quotation", "Talk " + day))
                    .post(ACTIVITIES)
                    .then()
                    .statusCode(201);
        }
        var path = ACTIVITIES + "?filter=customerId==" + mine + ";happenedAt=ge=2026-03-02&sort=-happenedAt";
        as(token)
                .get(path + "&limit=1&count=exact")
                .then()
                .body("items.subject", contains("Talk 3"))
                .body("count.value", equalTo(2));
        as(token)
                .get(ACTIVITIES + "?q=percent OFF&sort=happenedAt")
                .then()
                .body("items.subject", contains("Talk 1", "Talk 2", "Talk 3"));
        String id = as(token)
                .get(ACTIVITIES + "?q=talk 2")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        as(token).delete(ACTIVITIES + "/" + id).then().statusCode(204);
        as(token).get(ACTIVITIES + "/" + id).then().statusCode(404);
        as(token).get(ACTIVITIES + "?q=talk 2").then().body("items", hasSize(0));
        as(token).get(ACTIVITIES + "?filter=content==x").then().statusCode(400);
    }

    @Test
    void repeatsAnAnswerInsteadOfTheWork() {
        var key = UUID.randomUUID().toString();
        String id = anna().header("Idempotency-Key", key)
                .body(body())
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().header("Idempotency-Key", key)
                .body(body())
                .post(ACTIVITIES)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id))
                .body("subject", equalTo("Quotation"))
                .body("performedBy", equalTo("anna"));
        anna().header("Idempotency-Key", key)
                .body(body().replace("Quot", "Qout"))
                .post(ACTIVITIES)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.key-reused"));
    }
}
