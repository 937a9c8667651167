package io.kehu.servicedesk;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketResourceTest {

    @Test
    void opensATicketAndPublishesItWithoutItsTexts() {
        var customerId = Desk.customer("anna", false);
        var answer = anna().body("""
                        {"subject":"打印机无法联网","description":"Mr Li cannot print","type":"TECHNICAL_SUPPORT",
                         "customerId":"%s","impact":"HIGH","urgency":"HIGH","reporter":"Mr Li","openedAt":"2026-01-02T03:04:05Z"}""".formatted(customerId))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/tickets/"))
                .body("number", containsString("T20"))
                .body("subject", equalTo("打印机无法联网"))
                .body("status", equalTo("NEW"))
                .body("priority", equalTo("CRITICAL"))
                .body("openedAt", equalTo("2026-01-02T03:04:05Z"))
                .body("owner", equalTo("anna"))
                .extract();
        var id = UUID.fromString(answer.path("id"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.SERVICE_DESK.topic(), id);
            assertThat(events).extracting(Event::data).containsExactly(new TicketEvent.Opened());
            assertThat(((TicketState) events.getFirst().state()).customerId()).isEqualTo(customerId);
            assertThat(events.toString()).doesNotContain("打印机", "Li");
        });
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"subject\":\" \",\"openedAt\":\"2999-01-01T00:00:00Z\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation.failed"))
                .body("errors.field", contains("openedAt", "subject"));
        anna().body("{\"subject\":\"x\",\"status\":\"CLOSED\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("field.unknown"));
        anna().body("{\"subject\":\"x\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("errors.field", contains("type", "customerId"));
    }

    @Test
    void refusesReferencesThatTheCallerMayNotUse() {
        var deleted = Desk.customer("anna", true);
        var body = "{\"subject\":\"x\",\"type\":\"INQUIRY\",\"customerId\":\"%s\"}";
        anna().body(body.formatted(deleted))
                .post("/v1/tickets")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customerId"))
                .body("errors[0].code", equalTo("reference.unknown"));
        var others = Desk.customer("anna", false);
        as(Tokens.own("ben", "ticket:write"))
                .body(body.formatted(others))
                .post("/v1/tickets")
                .then()
                .statusCode(422);
        var id = Desk.ticket("Mine");
        anna().contentType(PATCH)
                .body("{\"customerId\":\"%s\"}".formatted(deleted))
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customerId"));
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        var id = Desk.ticket("Closed shop");
        RestAssured.given().get("/v1/tickets").then().statusCode(401);
        var reader = Tokens.all("rita", "ticket:read");
        as(reader).get("/v1/tickets/" + id).then().statusCode(200);
        as(reader).body("{\"subject\":\"x\"}").post("/v1/tickets").then().statusCode(403);
        as(reader)
                .body("{\"assignee\":\"rita\"}")
                .post("/v1/tickets/" + id + "/assign")
                .then()
                .statusCode(403);
        as(reader)
                .body("{\"status\":\"CANCELLED\"}")
                .put("/v1/tickets/" + id + "/status")
                .then()
                .statusCode(403);
        as(reader).delete("/v1/tickets/" + id).then().statusCode(403);
        as(Tokens.all("rita", "survey:read")).get("/v1/tickets/totals").then().statusCode(403);
    }

    @Test
    void hidesRowsOutsideTheScope() {
        var id = Desk.ticket("Hidden");
        var path = "/v1/tickets/" + id;
        var hugo = Tokens.own("hugo", "ticket:read", "ticket:write", "ticket:delete");
        as(hugo).get(path).then().statusCode(404);
        as(hugo).get(path + "/history").then().statusCode(404);
        as(hugo).get(path + "/statuses").then().statusCode(404);
        as(hugo).get("/v1/tickets?filter=id==" + id).then().body("items", hasSize(0));
        as(hugo).get("/v1/tickets/totals").then().body("count", equalTo(0));
        as(hugo).contentType(PATCH)
                .body("{\"subject\":\"Mine\"}")
                .patch(path)
                .then()
                .statusCode(404);
        as(hugo).body("{\"assignee\":\"hugo\"}").post(path + "/assign").then().statusCode(404);
        as(hugo).body("{\"status\":\"CANCELLED\",\"reason\":\"x\"}")
                .put(path + "/status")
                .then()
                .statusCode(404);
        as(hugo).body("{\"resolution\":\"x\"}").post(path + "/resolve").then().statusCode(404);
        as(hugo).post(path + "/close").then().statusCode(404);
        as(hugo).body("{\"reason\":\"x\"}").post(path + "/reopen").then().statusCode(404);
        as(hugo).delete(path).then().statusCode(404);
        anna().body("{\"assignee\":\"hugo\"}").post(path + "/assign").then().statusCode(200);
        as(hugo).get(path).then().statusCode(200).body("owner", equalTo("hugo"));
    }

    @Test
    void changesOnlyTheVersionThatTheCallerKnows() {
        var path = "/v1/tickets/" + Desk.ticket("Versioned");
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"channel\":null,\"category\":\"printer\",\"priority\":\"LOW\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("channel", nullValue())
                .body("priority", equalTo("LOW"));
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"category\":\"network\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        anna().header("If-Match", "\"1\"")
                .body("{\"assignee\":\"ben\"}")
                .post(path + "/assign")
                .then()
                .statusCode(412);
        anna().contentType(PATCH).body("{\"subject\":null}").patch(path).then().statusCode(400);
    }

    @Test
    void goesTheWholeWay() {
        var id = Desk.ticket("Whole way");
        var path = "/v1/tickets/" + id;
        anna().body("{\"assignee\":\"ben\",\"group\":\"printers\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("group", equalTo("printers"))
                .body("version", equalTo(2));
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().body("version", equalTo(3));
        anna().body("{\"resolution\":\"New cartridge\",\"resolutionCode\":\"PART\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(200)
                .body("resolution", equalTo("New cartridge"));
        anna().body("{\"reason\":\"still dry\"}")
                .post(path + "/reopen")
                .then()
                .statusCode(200)
                .body("status", equalTo("REOPENED"))
                .body("reopenCount", equalTo(1))
                .body("resolution", nullValue());
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"resolution\":\"New printer\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(200);
        anna().post(path + "/close").then().statusCode(200).body("status", equalTo("CLOSED"));
        anna().get(path + "/statuses")
                .then()
                .body(
                        "items.status",
                        contains(
                                "NEW",
                                "ASSIGNED",
                                "IN_PROGRESS",
                                "RESOLVED",
                                "REOPENED",
                                "IN_PROGRESS",
                                "RESOLVED",
                                "CLOSED"))
                .body("items[4].reason", equalTo("still dry"));
        anna().get(path + "/history?limit=2")
                .then()
                .body("items.type", contains("ticket.closed", "ticket.resolved"))
                .body("nextBefore", equalTo(7));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(EventStream.read(Context.SERVICE_DESK.topic(), UUID.fromString(id)))
                        .extracting(event -> event.metadata().type())
                        .containsExactly(
                                "ticket.opened",
                                "ticket.assigned",
                                "ticket.status-changed",
                                "ticket.resolved",
                                "ticket.reopened",
                                "ticket.status-changed",
                                "ticket.resolved",
                                "ticket.closed"));
    }

    @Test
    void answersConflictWhenTheRulesForbidTheMove() {
        var path = "/v1/tickets/" + Desk.ticket("Too soon");
        anna().post(path + "/close").then().statusCode(409).body("code", equalTo("ticket.status-move"));
        anna().header("Accept-Language", "zh-CN")
                .body("{\"resolution\":\"x\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(409)
                .body("detail", containsString("不能"));
        anna().body("{\"status\":\"CANCELLED\"}")
                .put(path + "/status")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        anna().body("{\"status\":\"GONE\"}").put(path + "/status").then().statusCode(400);
        anna().body("{\"resolution\":\"\"}").post(path + "/resolve").then().statusCode(400);
        anna().body("{}").post(path + "/reopen").then().statusCode(400);
        anna().body("{}").post(path + "/assign").then().statusCode(422);
        anna().body("{\"status\":\"CANCELLED\",\"reason\":\"by phone\"}")
                .put(path + "/status")
                .then()
                .statusCode(200);
        anna().body("{\"assignee\":\"ben\"}")
                .post(path + "/assign")
                .then()
                .statusCode(409)
                .body("code", equalTo("ticket.not-open"));
    }

    @Test
    void tellsItsPast() {
        var id = Desk.ticket("Before");
        var between = Instant.now();
        anna().contentType(PATCH)
                .body("{\"subject\":\"After\"}")
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200);
        anna().get("/v1/tickets/" + id + "?asOf=" + between).then().body("subject", equalTo("Before"));
        anna().get("/v1/tickets/" + id + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
        as(Tokens.all("gina", "ticket:read"))
                .get("/v1/tickets/" + id + "/history")
                .then()
                .body("items[0].changes.find { it.field == 'subject' }.hidden", equalTo(true));
    }

    @Test
    void listsTheQueueByPriority() {
        var group = "g" + UUID.randomUUID();
        var customerId = Desk.customer("anna", false);
        for (var priority : new String[] {"LOW", "CRITICAL", "MEDIUM"}) {
            var path = "/v1/tickets/" + Desk.ticket(group + " " + priority, customerId);
            anna().contentType(PATCH)
                    .body("{\"priority\":\"%s\"}".formatted(priority))
                    .patch(path)
                    .then()
                    .statusCode(200);
            anna().body("{\"group\":\"%s\"}".formatted(group))
                    .post(path + "/assign")
                    .then()
                    .statusCode(200);
        }
        var list = "/v1/tickets?sort=priority,openedAt&limit=2&count=exact&filter=group==" + group;
        var page = anna().get(list + ";status==ASSIGNED;type==REPAIR;customerId==" + customerId)
                .then()
                .statusCode(200)
                .body("items.priority", contains("CRITICAL", "MEDIUM"))
                .body("count.value", equalTo(3))
                .extract();
        anna().get(list + ";status==ASSIGNED;type==REPAIR;customerId==" + customerId + "&cursor="
                        + page.path("nextCursor"))
                .then()
                .body("items.priority", contains("LOW"));
        anna().get(list + ";priority==CRITICAL").then().body("items", hasSize(1));
        anna().get("/v1/tickets?q=" + group).then().body("items", hasSize(3));
        anna().get("/v1/tickets?filter=openedAt=ge=2999-01-01").then().body("items", hasSize(0));
        anna().get("/v1/tickets?filter=subject==x").then().statusCode(400).body("code", equalTo("filter.field"));
        anna().get("/v1/tickets/totals")
                .then()
                .body("count", greaterThanOrEqualTo(3))
                .body("byStatus.ASSIGNED", greaterThanOrEqualTo(3));
    }

    @Test
    void upsertsByTheKeyOfAnotherSystem() {
        var key = "/v1/tickets/by-external?source=zendesk&externalId=" + UUID.randomUUID();
        var body = "{\"subject\":\"%s\",\"type\":\"INQUIRY\",\"customerId\":\"" + Desk.customer("anna", false) + "\"}";
        String id = anna().body(body.formatted("Ask"))
                .put(key)
                .then()
                .statusCode(201)
                .header("Upsert-Result", "created")
                .extract()
                .path("id");
        anna().body(body.formatted("Ask")).put(key).then().statusCode(200).header("Upsert-Result", "unchanged");
        anna().body(body.formatted("Ask again")).put(key).then().header("Upsert-Result", "updated");
        anna().get(key).then().body("id", equalTo(id)).body("subject", equalTo("Ask again"));
        anna().get("/v1/tickets/by-external?source=zendesk&externalId=none")
                .then()
                .statusCode(404);
    }

    @Test
    void deletesIntoTheRecycleBin() {
        var path = "/v1/tickets/" + Desk.ticket("Gone");
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().delete(path).then().statusCode(404);
    }
}
