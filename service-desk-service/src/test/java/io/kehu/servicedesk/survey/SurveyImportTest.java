package io.kehu.servicedesk.survey;

import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.SurveyEvent;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SurveyImportTest {

    private static final String IMPORTS = "/v1/surveys/imports";
    private static final String HEAD =
            "externalId,kind,score,serviceAttitude,otherScores,comment,sentAt,answeredAt,ticket,customer,agent\n";

    private final String key = UUID.randomUUID().toString();

    private static RequestSpecification importer() {
        return as(Tokens.all("anna", "survey:import", "survey:read", "survey:write", "ticket:read", "pii:read"));
    }

    private static JsonPath run(String rows) {
        return finished(importer()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "surveys.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"timeZone\":\"UTC\"}")
                .post(IMPORTS));
    }

    private static JsonPath finished(Response started) {
        String id = started.then().statusCode(202).extract().path("id");
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> importer().get(IMPORTS + "/" + id).jsonPath(),
                        job -> job.getString("status").equals("COMPLETED")
                                || job.getString("status").equals("FAILED"));
    }

    private Response survey() {
        return importer().get("/v1/surveys/by-external?source=import&externalId=" + key);
    }

    @Test
    void takesAnAnswerAsItWasAndTellsNobodyOfALowOne() {
        var customer = Desk.customer("anna", false);
        var ticket = Desk.ticket("Broken", customer);
        var number = anna().get("/v1/tickets/" + ticket).<String>path("number");
        var row = key + ",CSAT,1,2,DELIVERY=3;FOOD=4,慢,2024-05-01T08:00:00Z,2024-05-02T08:00:00Z," + number + ",,\n";
        var job = run(row);
        assertThat(job.getInt("created")).as(job.prettify()).isEqualTo(1);
        var id = survey().then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("answeredBy", equalTo("IMPORT"))
                .body("kind", equalTo("CSAT"))
                .body("score", equalTo(1))
                .body("scores.SERVICE_ATTITUDE", equalTo(2))
                .body("scores.DELIVERY", equalTo(3))
                .body("scores.FOOD", equalTo(4))
                .body("comment", equalTo("慢"))
                .body("sentAt", equalTo("2024-05-01T08:00:00Z"))
                .body("answeredAt", equalTo("2024-05-02T08:00:00Z"))
                .body("ticketId", equalTo(ticket))
                .body("customerId", equalTo(customer.toString()))
                .body("ticketType", equalTo("REPAIR"))
                .body("detractor", equalTo(true))
                .body("questionnaire", nullValue())
                .body("occasion", nullValue())
                .extract()
                .<String>path("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !EventStream.read(Context.SERVICE_DESK.topic(), UUID.fromString(id))
                        .isEmpty());
        assertThat(EventStream.read(Context.SERVICE_DESK.topic(), UUID.fromString(id)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data()).isEqualTo(new SurveyEvent.Answered(1));
                    assertThat(event.metadata().historical()).isTrue();
                });
        assertThat(run(row).getInt("unchanged")).isEqualTo(1);
        assertThat(run(row.replace(",CSAT,1,", ",CSAT,4,")).getInt("updated")).isEqualTo(1);
        survey().then().body("score", equalTo(4)).body("detractor", equalTo(false));
        importer()
                .get("/v1/surveys/" + id + "/history")
                .then()
                .body("items.type", contains("survey.updated", "survey.answered"));
    }

    @Test
    void isTakenBack() {
        var job = run(key + ",NPS,9,,,,,2024-05-02T08:00:00Z,,%s,ben\n".formatted(Desk.customer("anna", false)));
        assertThat(job.getInt("created")).as(job.prettify()).isEqualTo(1);
        survey().then().body("agent", equalTo("ben")).body("sentAt", equalTo("2024-05-02T08:00:00Z"));
        finished(importer().post(IMPORTS + "/" + job.getString("id") + "/revert"));
        survey().then().statusCode(404);
    }

    @Test
    void rejectsWhatIsNoAnswer() {
        var at = ",,2024-05-02T08:00:00Z,,,\n";
        var job = run(key + "1,CSAT,6,,," + at + key + "2,CSAT,,,," + at + key + "3,LIKE,5,,," + at + key
                + "4,CSAT,5,9,," + at + key + "5,CSAT,5,,much," + at + key + "6,CSAT,5,,,,,,,,\n" + key
                + "7,CSAT,5,,,,,2024-05-02T08:00:00Z,T0,,\n");
        assertThat(job.getInt("rejected")).as(job.prettify()).isEqualTo(7);
        importer()
                .accept("text/csv")
                .get(IMPORTS + "/" + job.getString("id") + "/errors")
                .then()
                .body(containsString("Scores go from 1 to 5."), containsString("'much' is no score"));
    }

    @Test
    void leavesAnswersOfOursAlone() {
        var path = anna().body(
                        "{\"questionnaire\":\"csat\",\"customerId\":\"%s\"}".formatted(Desk.customer("anna", false)))
                .post("/v1/surveys")
                .header("Location");
        var id = path.substring(path.lastIndexOf('/') + 1);
        var file = HEAD.replace("externalId,", "externalSource,externalId,") + "kehu," + id
                + ",CSAT,5,,,,,2024-05-02T08:00:00Z,,,\n";
        var job = finished(importer()
                .contentType(ContentType.MULTIPART)
                .multiPart("file", "surveys.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .post(IMPORTS));
        assertThat(job.getInt("rejected")).as(job.prettify()).isEqualTo(1);
        anna().get(path).then().body("status", equalTo("SENT"));
    }
}
