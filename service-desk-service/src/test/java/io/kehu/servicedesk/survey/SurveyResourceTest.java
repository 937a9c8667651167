package io.kehu.servicedesk.survey;

import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyResourceTest {

    /** The survey that closing a new ticket makes. */
    private static String survey(String agent) {
        var ticketId = Desk.ticket("To be judged");
        Desk.close(ticketId, agent);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> askedAbout(ticketId), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<String> askedAbout(String ticketId) {
        return anna().get("/v1/surveys?filter=kind==CSAT;ticketId==" + ticketId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void asksWhenATicketIsClosedAndTakesTheAnswer() {
        var path = "/v1/surveys/" + survey("ben");
        var asked = Instant.now();
        var id = anna().get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("SENT"))
                .body("agent", equalTo("ben"))
                .body("owner", equalTo("ben"))
                .body("ticketType", equalTo("REPAIR"))
                .body("priority", equalTo("HIGH"))
                .body("score", nullValue())
                .extract()
                .<String>path("id");
        anna().body("""
                        {"score":4,"scores":{"SERVICE_ATTITUDE":5,"RESPONSE_SPEED":2},"comment":"Mr Li was kind"}""")
                .post(path + "/answer")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ANSWERED"))
                .body("score", equalTo(4))
                .body("scores.RESPONSE_SPEED", equalTo(2))
                .body("comment", equalTo("Mr Li was kind"));
        anna().body("{\"score\":1}")
                .post(path + "/answer")
                .then()
                .statusCode(409)
                .body("code", equalTo("survey.answered"));
        anna().get(path + "?asOf=" + asked).then().body("status", equalTo("SENT"));
        anna().get(path + "/history").then().body("items.type", contains("survey.answered", "survey.sent"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.SERVICE_DESK.topic(), UUID.fromString(id));
            assertThat(events)
                    .extracting(Event::data)
                    .containsExactly(new SurveyEvent.Sent(), new SurveyEvent.Answered(4));
            assertThat(((SurveyState) events.getLast().state()).scores()).containsEntry("SERVICE_ATTITUDE", 5);
            assertThat(events.toString()).doesNotContain("Mr Li");
        });
    }

    @Test
    void countsItsSurveysAsFarAsTheCallerSeesThem() {
        var agent = "agent" + UUID.randomUUID();
        var first = survey(agent);
        survey(agent);
        anna().body("{\"score\":3}")
                .post("/v1/surveys/" + first + "/answer")
                .then()
                .statusCode(200);
        as(Tokens.own(agent, "survey:read"))
                .get("/v1/surveys/totals")
                .then()
                .body("sent", equalTo(2))
                .body("answered", equalTo(1))
                .body("scoreSum", equalTo(3));
        as(Tokens.own("nobody", "survey:read"))
                .get("/v1/surveys/totals")
                .then()
                .body("sent", equalTo(0))
                .body("scoreSum", equalTo(0));
        anna().get("/v1/surveys?sort=-score&filter=status==ANSWERED;agent==" + agent)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        var path = "/v1/surveys/" + survey("ben") + "/answer";
        anna().body("{}").post(path).then().statusCode(422).body("errors[0].field", equalTo("score"));
        anna().body("{\"score\":6}").post(path).then().statusCode(422);
        anna().body("{\"score\":11}").post(path).then().statusCode(400);
        anna().body("{\"score\":5,\"scores\":{\"PRICE\":null}}")
                .post(path)
                .then()
                .statusCode(400);
        anna().body("{\"score\":5,\"scores\":{\"PRICE\":0}}").post(path).then().statusCode(422);
        anna().body("{\"score\":5,\"scores\":{\"WEATHER\":5}}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("scores.WEATHER"));
        anna().header("If-Match", "\"9\"")
                .body("{\"score\":5}")
                .post(path)
                .then()
                .statusCode(412);
    }

    @Test
    void hidesSurveysFromWhoeverMayNotSeeThem() {
        var path = "/v1/surveys/" + survey("ben");
        as(Tokens.all("rita", "survey:read"))
                .body("{\"score\":5}")
                .post(path + "/answer")
                .then()
                .statusCode(403);
        as(Tokens.all("rita", "ticket:read")).get("/v1/surveys").then().statusCode(403);
        var carl = Tokens.own("carl", "survey:read", "survey:write");
        as(carl).get(path).then().statusCode(404);
        as(carl).get(path + "/history").then().statusCode(404);
        as(carl).body("{\"score\":5}").post(path + "/answer").then().statusCode(404);
        as(Tokens.own("ben", "survey:read")).get(path).then().statusCode(200);
    }
}
