package io.kehu.servicedesk.questionnaire;

import static io.kehu.servicedesk.Desk.as;
import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static io.kehu.servicedesk.questionnaire.Asking.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionnaireResourceTest {

    private static final String BY_HAND = "\"occasion\":\"MANUAL\"";

    private final String path = "/v1/questionnaires/q-" + UUID.randomUUID();

    @Test
    void shipsTheOneOfClosedTickets() {
        admin().get("/v1/questionnaires/csat")
                .then()
                .statusCode(200)
                .body("kind", equalTo("CSAT"))
                .body("active", equalTo(true))
                .body("trigger.occasion", equalTo("TICKET_CLOSED"))
                .body("questions[0].text.en", equalTo("Overall, how satisfied are you with our service?"))
                .body("questions.dimension", hasItem("SERVICE_ATTITUDE"));
        admin().get("/v1/questionnaires").then().body("items.key", hasItem("csat"));
    }

    @Test
    void makesAVersionOfEachChangeAndNoneOfNothing() {
        put(json("NPS", BY_HAND, ""));
        put(json("NPS", BY_HAND, ""));
        put(json("NPS", BY_HAND, ",\"quietDays\":30"));
        admin().get(path).then().body("version", equalTo(2)).body("quietDays", equalTo(30));
        admin().get(path + "/versions").then().body("items.version", contains(2, 1));
    }

    private void put(String body) {
        admin().body(body).put(path).then().statusCode(200);
    }

    @Test
    void refusesWhatIsNone() {
        admin().body("{}").put(path).then().statusCode(400);
        admin().body(json("CSAT", "\"occasion\":\"ORDER_DELIVERED\"", ""))
                .put(path)
                .then()
                .statusCode(400);
        admin().body(json("CSAT", "\"occasion\":\"SCHEDULE\"", ""))
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("trigger.everyDays"));
        admin().header("Accept-Language", "zh-CN")
                .body(json("CSAT", BY_HAND, ",\"detractorThreshold\":8"))
                .put(path)
                .then()
                .statusCode(422)
                .body("errors[0].message", equalTo("评分范围为 1 到 5。"));
        admin().get(path).then().statusCode(404);
    }

    @Test
    void isManagedByWhoeverMay() {
        as(Tokens.all("anna", "survey:read", "survey:write"))
                .body(json("CSAT", BY_HAND, ""))
                .put(path)
                .then()
                .statusCode(403);
        as(Tokens.all("anna", "ticket:read")).get("/v1/questionnaires").then().statusCode(403);
    }
}
