package io.kehu.servicedesk.survey;

import static io.kehu.servicedesk.Desk.anna;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.SurveyEvent;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DetractorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID customer = Desk.customer("anna", false);

    private String answered(int score) {
        var path = anna().body("{\"questionnaire\":\"csat\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/surveys")
                .header("Location");
        anna().body("{\"score\":%d}".formatted(score))
                .post(path + "/answer")
                .then()
                .statusCode(200);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Event> events(String survey) {
        return EventStream.read(Context.SERVICE_DESK.topic(), UUID.fromString(survey));
    }

    @Test
    void isToldOnceHoweverOftenTheAnswerIs() {
        var survey = answered(2);
        await().atMost(PATIENCE).until(() -> events(survey).size() == 3);
        assertThat(events(survey).getLast().data()).isEqualTo(new SurveyEvent.Detractor(2));
        EventStream.send(events(survey).get(1));
        var later = answered(1);
        await().atMost(PATIENCE).until(() -> events(later).size() == 3);
        anna().get("/v1/surveys/" + survey + "/history")
                .then()
                .body("items.type", contains("survey.detractor", "survey.answered", "survey.sent"))
                .body("items[0].origin", equalTo("AUTOMATION"));
        anna().get("/v1/surveys?sort=createdAt&filter=detractor==true;customerId==" + customer)
                .then()
                .body("items.id", contains(survey, later));
    }

    @Test
    void isNobodyWhoIsSatisfied() {
        var survey = answered(3);
        var low = answered(1);
        await().atMost(PATIENCE).until(() -> events(low).size() == 3);
        anna().get("/v1/surveys/" + survey).then().body("detractor", equalTo(false));
    }
}
