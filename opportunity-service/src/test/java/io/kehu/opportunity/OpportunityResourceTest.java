package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpportunityResourceTest {

    private static final String ALL = "/v1/opportunities";
    private static final String PATCH = "application/merge-patch+json";

    private static String open(String body) {
        return anna().body(body).post(ALL).then().statusCode(201).extract().path("id");
    }

    private static String openEarly() {
        return open("{\"name\":\"Laptops\"}");
    }

    private static ValidatableResponse patch(String id, String body) {
        return anna().contentType(PATCH).body(body).patch(ALL + "/" + id).then();
    }

    private static ValidatableResponse move(String id, String body) {
        return anna().body(body).put(ALL + "/" + id + "/stage").then();
    }

    private static ValidatableResponse reopen(String id, String body) {
        return anna().body(body).post(ALL + "/" + id + "/reopen").then();
    }

    @Test
    void opensADealAndPublishesIt() {
        var customer = Neighbours.customer("anna", false);
        var product = Neighbours.product("GTX-500", "GTX Pro");
        var answer = anna().body("""
                        {"name":"办公电脑采购","customerId":"%s","stage":"NEEDS_ANALYSIS","amountSource":"LINES",
                         "openedAt":"2026-03-01T09:00:00+08:00","expectedCloseDate":"2026-06-30","source":"EXHIBITION",
                         "lines":[{"productId":"%s","quantity":2,"price":{"amount":"4821.00","currency":"USD"},"discount":0.1}]}
                        """.formatted(customer, product))
                .post(ALL)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString(ALL + "/"))
                .body("name", equalTo("办公电脑采购"))
                .body("number", containsString("O20"))
                .body("owner", equalTo("anna"))
                .body("stage.code", equalTo("NEEDS_ANALYSIS"))
                .body("stage.pipeline", equalTo("STANDARD"))
                .body("stage.order", equalTo(2))
                .body("probability", equalTo(30))
                .body("amount.amount", equalTo("8677.80"))
                .body("lines[0].product", equalTo("GTX Pro"))
                .body("openedAt", equalTo("2026-03-01T01:00:00Z"))
                .body("version", equalTo(1))
                .extract();
        var id = UUID.fromString(answer.path("id"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.OPPORTUNITY.topic(), id);
            assertThat(events).hasSize(1);
            var state = (OpportunityState) events.getFirst().state();
            assertThat(events.getFirst().data()).isEqualTo(new OpportunityEvent.Opened(state.stage()));
            assertThat(events.getFirst().metadata().occurredAt()).isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
            assertThat(events.getFirst().metadata().historical()).isFalse();
            assertThat(state.customerId()).isEqualTo(customer);
        });
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"name\":\" \",\"amount\":{\"amount\":\"-1\",\"currency\":\"CNY\"},\"lines\":[{\"quantity\":0}]}")
                .post(ALL)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation.failed"))
                .body("errors.field", contains("amount", "lines[0].productId", "lines[0].quantity", "name"));
        anna().body("{\"name\":\"x\",\"nmae\":\"y\"}")
                .post(ALL)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("nmae"));
        anna().body("{\"name\":").post(ALL).then().statusCode(400).body("code", equalTo("request.malformed"));
        var id = openEarly();
        move(id, "{\"stage\":\" \"}").statusCode(400).body("errors[0].field", equalTo("stage"));
        move(id, "{\"stage\":\"LOST\",\"lostReason\":\"BOREDOM\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("opportunity.lost-reason-unknown"));
        reopen(id, "{\"stage\":\"QUOTATION\"}").statusCode(400).body("errors[0].field", equalTo("reason"));
        patch(id, "{\"name\":null}").statusCode(400).body("errors[0].field", equalTo("name"));
        patch(id, "{\"stagee\":\"WON\"}").statusCode(400).body("errors[0].field", equalTo("stagee"));
        anna().body("{\"owner\":\"\"}").post(ALL + "/" + id + "/assign").then().statusCode(400);
        anna().get(ALL + "/not-an-id").then().statusCode(404);
        anna().get(ALL + "/by-external?source=erp")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("externalId"));
    }

    @Test
    void refusesWhatItCannotReferTo() {
        var deleted = Neighbours.customer("anna", true);
        var others = Neighbours.customer("somebody", false);
        var body = "{\"name\":\"x\",\"customerId\":\"%s\"}";
        anna().body(body.formatted(deleted))
                .post(ALL)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customerId"))
                .body("errors[0].code", equalTo("reference.unknown"));
        as(Tokens.own("ben", "opportunity:write"))
                .body(body.formatted(others))
                .post(ALL)
                .then()
                .statusCode(422);
        var id = openEarly();
        patch(id, "{\"customerId\":\"%s\"}".formatted(deleted)).statusCode(422);
        patch(id, "{\"customerId\":\"%s\"}".formatted(others))
                .statusCode(200)
                .body("customerId", equalTo(others.toString()));
    }

    @Test
    void asksToTryAgainWhileTheOwnerOfAnUnknownReferenceIsAway() {
        anna().body("{\"name\":\"x\",\"customerId\":\"%s\"}".formatted(UUID.randomUUID()))
                .post(ALL)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service.unavailable"));
    }

    @Test
    void letsAReferenceStayThatTheEditorMayNotSee() {
        var others = Neighbours.customer("somebody", false);
        var id = open("{\"name\":\"Laptops\",\"customerId\":\"%s\"}".formatted(others));
        anna().body("{\"owner\":\"ben\"}")
                .post(ALL + "/" + id + "/assign")
                .then()
                .statusCode(200);
        as(Tokens.own("ben", "opportunity:write"))
                .contentType(PATCH)
                .body("{\"nextStep\":\"call\"}")
                .patch(ALL + "/" + id)
                .then()
                .statusCode(200)
                .body("nextStep", equalTo("call"));
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        given().get(ALL).then().statusCode(401).contentType("application/problem+json");
        as(Tokens.expired("anna", "opportunity:read")).get(ALL).then().statusCode(401);
        as(Tokens.ofAnotherAudience("anna", "opportunity:read")).get(ALL).then().statusCode(401);
        var id = openEarly();
        var reader = Tokens.all("rita", "opportunity:read");
        as(reader).body("{\"name\":\"x\"}").post(ALL).then().statusCode(403).body("code", equalTo("access.denied"));
        as(reader).contentType(PATCH).body("{}").patch(ALL + "/" + id).then().statusCode(403);
        as(reader)
                .body("{\"stage\":\"QUOTATION\"}")
                .put(ALL + "/" + id + "/stage")
                .then()
                .statusCode(403);
        as(reader)
                .body("{\"stage\":\"QUOTATION\",\"reason\":\"x\"}")
                .post(ALL + "/" + id + "/reopen")
                .then()
                .statusCode(403);
        as(reader)
                .body("{\"owner\":\"rita\"}")
                .post(ALL + "/" + id + "/assign")
                .then()
                .statusCode(403);
        as(reader)
                .body("{\"name\":\"x\"}")
                .put(ALL + "/by-external?source=a&externalId=b")
                .then()
                .statusCode(403);
        as(reader).delete(ALL + "/" + id).then().statusCode(403);
        var writer = Tokens.all("rolf", "opportunity:write");
        for (var path : List.of("", "/totals", "/" + id, "/" + id + "/stages", "/" + id + "/history", "/imports")) {
            as(writer).get(ALL + path).then().statusCode(403);
        }
        as(writer).get(ALL + "/by-external?source=a&externalId=b").then().statusCode(403);
    }

    @Test
    void hidesOtherPeoplesRows() {
        var id = openEarly();
        var path = ALL + "/" + id;
        var ben = Tokens.own("ben", "opportunity:read", "opportunity:write", "opportunity:delete");
        as(ben).get(path).then().statusCode(404);
        as(ben).get(path + "?asOf=" + Instant.now()).then().statusCode(404);
        as(ben).get(path + "/history").then().statusCode(404);
        as(ben).get(path + "/stages").then().statusCode(404);
        as(ben).get(ALL + "?filter=id==" + id).then().statusCode(200).body("items", hasSize(0));
        as(ben).contentType(PATCH)
                .body("{\"name\":\"Mine\"}")
                .patch(path)
                .then()
                .statusCode(404);
        as(ben).body("{\"stage\":\"QUOTATION\"}").put(path + "/stage").then().statusCode(404);
        as(ben).body("{\"stage\":\"QUOTATION\",\"reason\":\"x\"}")
                .post(path + "/reopen")
                .then()
                .statusCode(404);
        as(ben).body("{\"owner\":\"ben\"}").post(path + "/assign").then().statusCode(404);
        as(ben).delete(path).then().statusCode(404);
    }

    @Test
    void changesOnlyTheVersionThatTheCallerKnows() {
        var path = ALL + "/" + openEarly();
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"source\":\"WEB\",\"expectedCloseDate\":\"2026-05-01\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"source\":\"FAIR\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        anna().header("If-Match", "\"1\"")
                .body("{\"stage\":\"NEEDS_ANALYSIS\"}")
                .put(path + "/stage")
                .then()
                .statusCode(412);
        anna().header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        anna().header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
        anna().contentType(PATCH)
                .body("{\"source\":null,\"expectedCloseDate\":\"2026-06-01\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("source", nullValue())
                .body("pushCount", equalTo(1));
    }

    @Test
    void takesAnEqualValueForNoChange() {
        var id = open("{\"name\":\"Laptops\",\"amount\":{\"amount\":\"1200.50\",\"currency\":\"CNY\"}}");
        patch(id, "{}").statusCode(200).body("version", equalTo(1));
        patch(id, "{\"amount\":{\"amount\":\"1200.5000\",\"currency\":\"CNY\"}}")
                .statusCode(200)
                .body("version", equalTo(1));
        patch(id, "{\"amount\":{\"amount\":\"1200.123456\",\"currency\":\"CNY\"}}")
                .statusCode(200)
                .body("amount.amount", equalTo("1200.123456"));
        anna().get(ALL + "/" + id)
                .then()
                .body("amount.amount", equalTo("1200.123456"))
                .body("version", equalTo(2));
    }

    @Test
    void goesThroughItsStagesToAWin() {
        var id = openEarly();
        move(id, "{\"stage\":\"NOWHERE\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("stage"))
                .body("errors[0].message", containsString("SOLUTION_DEMO"));
        move(id, "{\"stage\":\"NEEDS_ANALYSIS\",\"reason\":\"first meeting\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("stage.name", equalTo("Needs analysis"));
        move(id, "{\"stage\":\"NEEDS_ANALYSIS\"}").statusCode(200).header("ETag", "\"2\"");
        move(id, "{\"stage\":\"WON\"}")
                .statusCode(422)
                .body("errors.field", contains("customerId", "amount", "expectedCloseDate"))
                .body("errors[0].code", equalTo("opportunity.stage-requires"));
        patch(
                        id,
                        "{\"customerId\":\"%s\",\"amount\":{\"amount\":\"1054\",\"currency\":\"USD\"},\"expectedCloseDate\":\"2026-05-01\"}"
                                .formatted(Neighbours.customer("anna", false)))
                .statusCode(200);
        move(id, "{\"stage\":\"WON\",\"reason\":\"best price\"}")
                .statusCode(200)
                .body("stage.kind", equalTo("WON"))
                .body("probability", equalTo(100))
                .body("closedAt", notNullValue());
        move(id, "{\"stage\":\"QUOTATION\"}").statusCode(409).body("code", equalTo("opportunity.closed"));
        anna().get(ALL + "/" + id + "/stages")
                .then()
                .statusCode(200)
                .body("items.stage.code", contains("INITIAL_CONTACT", "NEEDS_ANALYSIS", "WON"))
                .body("items[0].seconds", notNullValue())
                .body("items[1].reason", equalTo("first meeting"))
                .body("items[1].amount", nullValue())
                .body("items[2].amount.amount", equalTo("1054.00"))
                .body("items[2].reason", equalTo("best price"))
                .body("items[2].leftAt", nullValue())
                .body("items.actor", contains("anna", "anna", "anna"))
                .body("items.origin", contains("API", "API", "API"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(EventStream.read(Context.OPPORTUNITY.topic(), UUID.fromString(id)))
                        .extracting(event -> event.metadata().type())
                        .containsExactly(
                                "opportunity.opened",
                                "opportunity.stage-changed",
                                "opportunity.updated",
                                "opportunity.won"));
    }

    @Test
    void isLostAndReopened() {
        var id = openEarly();
        reopen(id, "{\"stage\":\"NEEDS_ANALYSIS\",\"reason\":\"x\"}")
                .statusCode(409)
                .body("code", equalTo("opportunity.not-closed"));
        move(id, "{\"stage\":\"LOST\"}").statusCode(422).body("errors[0].field", equalTo("lostReason"));
        move(id, "{\"stage\":\"LOST\",\"lostReason\":\"COMPETITOR\",\"competitor\":\"Globex\"}")
                .statusCode(200)
                .body("lostReason", equalTo("COMPETITOR"));
        patch(id, "{\"description\":\"they may come back\"}").statusCode(200).body("stage.code", equalTo("LOST"));
        reopen(id, "{\"stage\":\"LOST\",\"reason\":\"x\"}").statusCode(422).body("errors[0].field", equalTo("stage"));
        anna().header("Accept-Language", "zh-CN")
                .body("{\"stage\":\"QUOTATION\",\"reason\":\"x\"}")
                .post(ALL + "/" + id + "/reopen")
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("须填写"));
        reopen(id, "{\"stage\":\"SOLUTION_DEMO\",\"reason\":\"they called\"}")
                .statusCode(200)
                .body("stage.code", equalTo("SOLUTION_DEMO"))
                .body("lostReason", nullValue())
                .body("closedAt", nullValue());
        anna().get(ALL + "/" + id + "/stages")
                .then()
                .body("items[1].lostReason", equalTo("COMPETITOR"))
                .body("items[1].competitor", equalTo("Globex"))
                .body("items[2].reason", equalTo("they called"));
    }

    @Test
    void tellsItsHistoryAndItsPast() {
        var id = openEarly();
        var between = Instant.now();
        patch(id, "{\"name\":\"Laptops and docks\"}").statusCode(200);
        anna().get(ALL + "/" + id + "/history")
                .then()
                .body("items.type", contains("opportunity.updated", "opportunity.opened"))
                .body("items[0].changes.find { it.field == 'name' }.from", equalTo("Laptops"));
        anna().get(ALL + "/" + id + "?asOf=" + between)
                .then()
                .statusCode(200)
                .body("name", equalTo("Laptops"))
                .body("version", equalTo(1));
        anna().get(ALL + "/" + id + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
    }

    @Test
    void repeatsAnAnswerInsteadOfTheWork() {
        var key = UUID.randomUUID().toString();
        String id = anna().header("Idempotency-Key", key)
                .body("{\"name\":\"Once\"}")
                .post(ALL)
                .then()
                .extract()
                .path("id");
        anna().header("Idempotency-Key", key)
                .body("{\"name\":\"Once\"}")
                .post(ALL)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(id));
        var patchKey = UUID.randomUUID().toString();
        for (var replayed : new String[] {null, "true"}) {
            anna().contentType(PATCH)
                    .header("Idempotency-Key", patchKey)
                    .body("{\"nextStep\":\"call\"}")
                    .patch(ALL + "/" + id)
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", replayed)
                    .body("version", equalTo(2));
        }
    }

    @Test
    void upsertsByTheKeyOfAnotherSystem() {
        var path = ALL + "/by-external?source=erp&externalId=" + UUID.randomUUID();
        anna().get(path).then().statusCode(404);
        String id = anna().body("{\"name\":\"Erp deal\",\"stage\":\"NEEDS_ANALYSIS\"}")
                .put(path)
                .then()
                .statusCode(201)
                .header("Upsert-Result", "created")
                .extract()
                .path("id");
        anna().body("{\"name\":\"Erp deal\"}").put(path).then().statusCode(200).header("Upsert-Result", "unchanged");
        anna().body("{\"name\":\"Erp deal 2\"}")
                .put(path)
                .then()
                .header("Upsert-Result", "updated")
                .body("id", equalTo(id));
        anna().body("{\"name\":\"Erp deal 2\",\"stage\":\"WON\"}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("stage"));
        anna().get(path).then().statusCode(200).body("externalIds[0].source", equalTo("erp"));
        as(Tokens.own("ben", "opportunity:write"))
                .body("{\"name\":\"Erp deal\"}")
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("external-id.taken"));
    }

    @Test
    void listsByWhatSellersAskFor() {
        var source = "S" + UUID.randomUUID().toString().substring(0, 8);
        for (var index = 1; index <= 3; index++) {
            open("""
                    {"name":"%s %d","source":"%s","stage":"%s","amount":{"amount":"%d00","currency":"CNY"},
                     "expectedCloseDate":"2026-0%d-01"}""".formatted(source, index, source, index == 1 ? "INITIAL_CONTACT" : "SOLUTION_DEMO", index, index));
        }
        open("{\"name\":\"%s early\",\"source\":\"%s\"}".formatted(source, source));
        var list = ALL + "?filter=source==" + source;
        anna().get(list + "&sort=-amount&limit=2&count=exact")
                .then()
                .body("items.name", contains(source + " 3", source + " 2"))
                .body("count.value", equalTo(4))
                .body("nextCursor", notNullValue());
        anna().get(list + ";stage.code==SOLUTION_DEMO;stage.kind==OPEN;expectedCloseDate=lt=2026-03-01")
                .then()
                .body("items.name", contains(source + " 2"));
        anna().get(list + ";amount=null=true").then().body("items.name", contains(source + " early"));
        anna().get(list + ";amount=ge=200;openedAt=gt=2026-01-01;closedAt=null=true;owner==anna")
                .then()
                .body("items", hasSize(2));
        anna().get(ALL + "?q=" + source + "&sort=expectedCloseDate,-openedAt")
                .then()
                .body("items", hasSize(4));
        anna().get(ALL + "?filter=stage.kind==SHUT").then().statusCode(400).body("code", equalTo("filter.value"));
        anna().get(ALL + "?filter=stagee==x").then().statusCode(400).body("detail", containsString("stage.code"));
        anna().get(ALL + "?sort=stage").then().statusCode(400).body("code", equalTo("sort.field"));
    }

    @Test
    void addsUpWhatTheCallerMaySee() {
        var owner = "t" + UUID.randomUUID().toString().substring(0, 8);
        var token = Tokens.own(owner, "opportunity:read", "opportunity:write");
        var body = "{\"name\":\"x\",\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}}";
        as(token).body(body.formatted("10.50", "CNY")).post(ALL).then().statusCode(201);
        as(token).body(body.formatted("20", "CNY")).post(ALL).then().statusCode(201);
        as(token).body(body.formatted("7", "USD")).post(ALL).then().statusCode(201);
        as(token).body("{\"name\":\"x\"}").post(ALL).then().statusCode(201);
        String lost =
                as(token).body("{\"name\":\"x\"}").post(ALL).then().extract().path("id");
        as(token)
                .body("{\"stage\":\"LOST\",\"lostReason\":\"PRICE\"}")
                .put(ALL + "/" + lost + "/stage")
                .then()
                .statusCode(200);
        as(token)
                .get(ALL + "/totals")
                .then()
                .statusCode(200)
                .body("count", equalTo(5))
                .body("byKind.OPEN.count", equalTo(4))
                .body("byKind.OPEN.amounts.amount", contains("30.50", "7.00"))
                .body("byKind.OPEN.amounts.currency", contains("CNY", "USD"))
                .body("byKind.LOST.count", equalTo(1))
                .body("byKind.LOST.amounts", hasSize(0))
                .body("byKind.WON.count", equalTo(0));
        as(Tokens.own("nobody-at-all", "opportunity:read"))
                .get(ALL + "/totals")
                .then()
                .body("count", equalTo(0));
    }

    @Test
    void changesHandsAndGoesToTheRecycleBin() {
        var path = ALL + "/" + openEarly();
        anna().body("{\"owner\":\"ben\",\"team\":\"/east\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo("ben"))
                .body("team", equalTo("/east"));
        as(Tokens.of("emma", "/east", "scope:team", "opportunity:read"))
                .get(path)
                .then()
                .statusCode(200);
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().delete(path).then().statusCode(404);
        anna().post(path + "/restore").then().statusCode(200).body("owner", equalTo("ben"));
        anna().get(path + "/history").then().body("items[0].type", equalTo("opportunity.restored"));
    }

    @Test
    void findsOpenDealsOfTheCustomerUnderASimilarName() {
        var customer = Neighbours.customer("anna", false);
        var body = "{\"name\":\"%s\",\"customerId\":\"" + customer + "\"}";
        var id = open(body.formatted("办公电脑采购"));
        var alike = open(body.formatted("办公电脑采购项目"));
        open(body.formatted("云服务续费"));
        anna().get(ALL + "/" + id + "/duplicates")
                .then()
                .statusCode(200)
                .body("items.id", contains(alike))
                .body("items[0].likeness", greaterThan(0.4f))
                .body("others", equalTo(0));
        move(alike, "{\"stage\":\"LOST\",\"lostReason\":\"PRICE\"}").statusCode(200);
        anna().get(ALL + "/" + id + "/duplicates").then().body("items", hasSize(0));
    }

    @Test
    void refusesAnOpenDealOfTheSameCustomerAndNameUnlessItIsWantedAllTheSame() {
        var customer = Neighbours.customer("anna", false);
        var body = "{\"name\":\"%s\",\"customerId\":\"" + customer + "\"}";
        var id = open(body.formatted("Office computers 2026"));
        var same = body.formatted("office  computers(2026)");
        anna().body(same)
                .post(ALL)
                .then()
                .statusCode(409)
                .body("code", equalTo("opportunity.duplicate"))
                .body("details.items.id", contains(id))
                .body("details.others", equalTo(0));
        as(Tokens.own("ben", "opportunity:read", "opportunity:write"))
                .body(same)
                .post(ALL)
                .then()
                .statusCode(422);
        String wanted = anna().body(same)
                .post(ALL + "?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(EventStream.read(Context.OPPORTUNITY.topic(), UUID.fromString(wanted)))
                        .extracting(Event::data)
                        .first()
                        .isInstanceOfSatisfying(
                                OpportunityEvent.Opened.class,
                                opened -> assertThat(opened.duplicates()).containsExactly(UUID.fromString(id))));
        anna().body("{\"items\":[{\"operation\":\"CREATE\",\"fields\":%s}]}".formatted(same))
                .post(ALL + "/batch")
                .then()
                .statusCode(207)
                .body("items[0].status", equalTo(409));
        open(body.formatted("Office computers 2027"));
        open("{\"name\":\"Office computers 2026\"}");
        for (var each : List.of(id, wanted)) {
            move(each, "{\"stage\":\"LOST\",\"lostReason\":\"PRICE\"}").statusCode(200);
        }
        open(same);
    }
}
