package io.kehu.servicedesk.improvement;

import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
class ImprovementResourceTest {

    private final UUID customer = Desk.customer("anna", false);

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", "survey:read", "survey:write", "survey:delete", "ticket:read", "pii:read"));
    }

    /** An answer of the customer; of satisfaction as a whole and of the speed. */
    private String answered(int score, int speed) {
        var path = anna().body("{\"questionnaire\":\"csat\",\"customerId\":\"%s\"}".formatted(customer))
                .post("/v1/surveys")
                .header("Location");
        anna().body("{\"score\":%d,\"scores\":{\"RESPONSE_SPEED\":%d}}".formatted(score, speed))
                .post(path + "/answer")
                .then()
                .statusCode(200);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String body(String more) {
        return "{\"name\":\"缩短响应时间\",\"description\":\"王工值班\",\"dueOn\":\"2036-12-31\",\"customerId\":\"%s\"%s}"
                .formatted(customer, more);
    }

    private String open(String more) {
        return anna().body(body(more))
                .post("/v1/improvements")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    @Test
    void comparesTheAnswersOfBeforeAndAfter() {
        var low = answered(3, 1);
        answered(4, 2);
        var path = open(",\"dimension\":\"RESPONSE_SPEED\",\"surveys\":[\"%s\"]".formatted(low));
        anna().get(path)
                .then()
                .body("status", equalTo("OPEN"))
                .body("overdue", equalTo(false))
                .body("scoreBefore", equalTo(1.5f))
                .body("answersBefore", equalTo(2))
                .body("scoreAfter", nullValue())
                .body("surveys", contains(low));
        answered(5, 5);
        answered(5, 4);
        anna().post(path + "/complete")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("scoreAfter", equalTo(4.5f))
                .body("answersAfter", equalTo(2));
        anna().post(path + "/complete").then().statusCode(409).body("code", equalTo("improvement.ended"));
        anna().get(path + "/history").then().body("items.type", contains("improvement.done", "improvement.opened"));
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> EventStream.read(Context.SERVICE_DESK.topic(), id).size() == 2);
        assertThat(EventStream.read(Context.SERVICE_DESK.topic(), id).toString())
                .doesNotContain("王工");
    }

    @Test
    void measuresAnewWhereSomethingElseIsMeasured() {
        answered(4, 1);
        var path = open("");
        anna().get(path).then().body("scoreBefore", equalTo(4));
        anna().contentType(Desk.PATCH)
                .body("{\"dimension\":\"RESPONSE_SPEED\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("scoreBefore", equalTo(1));
        anna().contentType(Desk.PATCH)
                .body("{\"dimension\":\"PRICE\"}")
                .patch(path)
                .then()
                .body("scoreBefore", nullValue())
                .body("answersBefore", equalTo(0));
        anna().contentType(Desk.PATCH)
                .body("{\"dimension\":null,\"agent\":\"nobody\"}")
                .patch(path)
                .then()
                .body("answersBefore", equalTo(0));
    }

    @Test
    void countsOnlyAnswersThatTheCallerSees() {
        answered(2, 1);
        as(Tokens.own("carl", "survey:read", "survey:write"))
                .body("{\"name\":\"x\",\"dueOn\":\"2036-12-31\"}")
                .post("/v1/improvements")
                .then()
                .statusCode(201)
                .body("answersBefore", equalTo(0));
    }

    @Test
    void isCancelledForAReason() {
        var path = open("");
        anna().body("{\"reason\":\"重复\"}")
                .post(path + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("scoreAfter", nullValue());
        anna().contentType(Desk.PATCH)
                .body("{\"name\":\"y\"}")
                .patch(path)
                .then()
                .statusCode(409);
    }

    @Test
    void refusesWhatItMayNotName() {
        anna().body(body(",\"surveys\":[\"%s\"]".formatted(UUID.randomUUID())))
                .post("/v1/improvements")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("surveys"));
        anna().body(body(",\"tickets\":[\"%s\"]".formatted(UUID.randomUUID())))
                .post("/v1/improvements")
                .then()
                .statusCode(422);
        anna().body("{\"dueOn\":\"2036-12-31\"}")
                .post("/v1/improvements")
                .then()
                .statusCode(400);
        anna().body(body(",\"dimension\":\"speed\""))
                .post("/v1/improvements")
                .then()
                .statusCode(400);
    }

    @Test
    void isHiddenFromWhoeverMayNotSeeIt() {
        var path = anna().body("{\"name\":\"x\",\"dueOn\":\"2036-12-31\"}")
                .post("/v1/improvements")
                .header("Location");
        as(Tokens.own("carl", "survey:read")).get(path).then().statusCode(404);
        as(Tokens.all("carl", "ticket:read")).get(path).then().statusCode(403);
        anna().body("{\"owner\":\"carl\"}").post(path + "/assign").then().statusCode(200);
        as(Tokens.own("carl", "survey:read")).get(path).then().statusCode(200);
        anna().delete(path).then().statusCode(204);
        anna().post(path + "/restore").then().statusCode(200);
    }
}
