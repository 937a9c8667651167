package io.kehu.servicedesk.visit;

import static io.kehu.servicedesk.Desk.as;
import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitResourceTest {

    private final UUID customer = Desk.customer("anna", false);

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", "survey:read", "survey:write", "survey:delete", "ticket:read", "pii:read"));
    }

    private static String plan(String at, String more) {
        return anna().body("{\"plannedAt\":\"%s\",\"purpose\":\"问候王先生\"%s}".formatted(at, more))
                .post("/v1/visits")
                .then()
                .statusCode(201)
                .body("status", equalTo("PLANNED"))
                .extract()
                .header("Location");
    }

    private String of(UUID id) {
        return ",\"customerId\":\"%s\"".formatted(id);
    }

    private String survey() {
        var path = admin().body("{\"questionnaire\":\"csat\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/surveys")
                .header("Location");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void isPlannedChangedAndDone() {
        var path = plan("2036-04-01T02:00:00Z", of(customer));
        anna().get(path).then().body("overdue", equalTo(false)).body("owner", equalTo("anna"));
        anna().contentType(Desk.PATCH)
                .body("{\"plannedAt\":\"2026-04-01T02:00:00Z\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("overdue", equalTo(true))
                .body("purpose", equalTo("问候王先生"));
        anna().get("/v1/visits?filter=status==PLANNED;plannedAt=lt=2026-05-01;customerId==" + customer)
                .then()
                .body("items", hasSize(1));
        anna().body("{}").post(path + "/complete").then().statusCode(400);
        anna().body("{\"result\":\"一切都好\"}")
                .post(path + "/complete")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("result", equalTo("一切都好"))
                .body("overdue", equalTo(false));
        anna().body("{\"reason\":\"x\"}")
                .post(path + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("visit.ended"));
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("visit.done", "visit.updated", "visit.planned"));
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> EventStream.read(Context.SERVICE_DESK.topic(), id).size() == 3);
        assertThat(EventStream.read(Context.SERVICE_DESK.topic(), id).toString())
                .doesNotContain("一切都好", "王先生");
    }

    @Test
    void answersItsSurveyInTheSameCall() {
        var survey = survey();
        var path = plan("2036-04-01T02:00:00Z", ",\"surveyId\":\"%s\"".formatted(survey));
        anna().get(path).then().body("customerId", equalTo(customer.toString()));
        anna().body("{\"result\":\"不满意\",\"answer\":{\"score\":9}}")
                .post(path + "/complete")
                .then()
                .statusCode(422);
        anna().get(path).then().body("status", equalTo("PLANNED"));
        anna().body("{\"result\":\"不满意\",\"answer\":{\"score\":1}}")
                .post(path + "/complete")
                .then()
                .statusCode(200);
        anna().get("/v1/surveys/" + survey)
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("answeredBy", equalTo("PHONE"))
                .body("detractor", equalTo(true));
    }

    @Test
    void isAboutATicketOfItsCustomer() {
        var ticket = Desk.ticket("Broken", customer);
        anna().get(plan("2036-04-01T02:00:00Z", ",\"ticketId\":\"%s\"".formatted(ticket)))
                .then()
                .body("ticketId", equalTo(ticket))
                .body("customerId", equalTo(customer.toString()));
    }

    @Test
    void isCancelledForAReason() {
        var path = plan("2036-04-01T02:00:00Z", of(customer));
        anna().body("{\"reason\":\"客户已来电\"}")
                .post(path + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("客户已来电"));
        anna().body("{\"result\":\"x\"}").post(path + "/complete").then().statusCode(409);
    }

    @Test
    void refusesWhatIsNone() {
        var at = "{\"plannedAt\":\"2036-04-01T02:00:00Z\"%s}";
        anna().body(at.formatted(""))
                .post("/v1/visits")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("visit.of-nobody"));
        anna().body(at.formatted(of(Desk.customer("anna", true))))
                .post("/v1/visits")
                .then()
                .statusCode(422);
        anna().body(at.formatted(",\"surveyId\":\"%s\"".formatted(UUID.randomUUID())))
                .post("/v1/visits")
                .then()
                .statusCode(422);
        var path = plan("2036-04-01T02:00:00Z", of(customer));
        anna().body("{\"result\":\"x\",\"answer\":{\"score\":5}}")
                .post(path + "/complete")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("visit.no-survey"));
    }

    @Test
    void belongsToWhoeverCalls() {
        var path = plan("2036-04-01T02:00:00Z", of(Desk.customer("nobody-else", false)));
        anna().body("{\"owner\":\"ben\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo("ben"));
        as(Tokens.own("ben", "survey:read")).get(path).then().statusCode(200);
        as(Tokens.own("carl", "survey:read")).get(path).then().statusCode(404);
        as(Tokens.all("carl", "ticket:read")).get(path).then().statusCode(403);
    }

    @Test
    void isDeletedAndTakenBackAndToldToWhoeverSynchronizes() {
        var cursor = anna().get("/v1/visits/changes").jsonPath().getString("nextCursor");
        var path = plan("2036-04-01T02:00:00Z", of(customer));
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().post(path + "/restore").then().statusCode(200).body("result", nullValue());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(anna().get("/v1/visits/changes?cursor=" + cursor)
                                .asString())
                        .contains(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void isUpsertedByItsKeyInAnotherSystem() {
        var key = "/v1/visits/by-external?source=calls&externalId=" + UUID.randomUUID();
        var body = "{\"plannedAt\":\"2036-04-01T02:00:00Z\"%s}".formatted(of(customer));
        anna().body(body).put(key).then().statusCode(201);
        anna().body(body).put(key).then().statusCode(200);
        anna().get(key).then().statusCode(200).header("ETag", "\"1\"");
    }
}
