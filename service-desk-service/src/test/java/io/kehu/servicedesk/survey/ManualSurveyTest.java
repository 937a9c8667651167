package io.kehu.servicedesk.survey;

import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.servicedesk.Desk;
import io.kehu.servicedesk.questionnaire.Asking;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManualSurveyTest {

    private static final String BY_HAND = "\"occasion\":\"MANUAL\"";

    private static String survey(String key, String more) {
        return "{\"questionnaire\":\"%s\"%s}".formatted(key, more);
    }

    private static String of(UUID customer) {
        return ",\"customerId\":\"%s\"".formatted(customer);
    }

    @Test
    void isSentToACustomerAndAnsweredOnItsScale() {
        var key = Asking.define("NPS", BY_HAND, "");
        var customer = Desk.customer("anna", false);
        var path = anna().body(survey(key, of(customer)))
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/surveys/"))
                .body("status", equalTo("SENT"))
                .body("occasion", equalTo("MANUAL"))
                .body("kind", equalTo("NPS"))
                .body("owner", equalTo("anna"))
                .extract()
                .header("Location");
        anna().body("{\"score\":11}").post(path + "/answer").then().statusCode(400);
        anna().body("{\"score\":9,\"scores\":{\"PRICE\":0}}")
                .post(path + "/answer")
                .then()
                .statusCode(200)
                .body("detractor", equalTo(false))
                .body("answeredBy", equalTo("PHONE"));
    }

    @Test
    void isAboutTheTicketThatItNames() {
        var customer = Desk.customer("anna", false);
        var ticket = Desk.ticket("Broken", customer);
        anna().body(survey("csat", ",\"ticketId\":\"%s\"".formatted(ticket)))
                .post("/v1/surveys")
                .then()
                .statusCode(201)
                .body("ticketId", equalTo(ticket))
                .body("customerId", equalTo(customer.toString()))
                .body("ticketType", equalTo("REPAIR"));
    }

    @Test
    void isRefusedWithoutAnybodyToAsk() {
        anna().body(survey("csat", ""))
                .post("/v1/surveys")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("survey.of-nobody"));
        anna().body(survey("csat", ",\"ticketId\":\"%s\"".formatted(UUID.randomUUID())))
                .post("/v1/surveys")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("ticketId"));
        anna().body(survey("csat", of(Desk.customer("anna", true))))
                .post("/v1/surveys")
                .then()
                .statusCode(422);
    }

    @Test
    void isSentOnlyByAnActiveQuestionnaire() {
        var customer = of(Desk.customer("anna", false));
        var key = Asking.define("CSAT", BY_HAND, ",\"active\":false");
        anna().body(survey(key, customer))
                .post("/v1/surveys")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("questionnaire"));
        anna().body(survey("none", customer)).post("/v1/surveys").then().statusCode(422);
    }

    @Test
    void keepsTheVersionThatItWasMadeBy() {
        var key = Asking.define("CSAT", BY_HAND, "");
        var path = anna().body(survey(key, of(Desk.customer("anna", false))))
                .post("/v1/surveys")
                .then()
                .extract()
                .header("Location");
        admin().body(Asking.json("NPS", BY_HAND, ""))
                .put("/v1/questionnaires/" + key)
                .then()
                .statusCode(200);
        anna().body("{\"score\":8}").post(path + "/answer").then().statusCode(422);
        anna().body("{\"score\":5}")
                .post(path + "/answer")
                .then()
                .statusCode(200)
                .body("questionnaireVersion", equalTo(1));
    }

    @Test
    void isSentToManyAtOnceAndWithheldWithinQuietDays() {
        var key = Asking.define("CSAT", BY_HAND, ",\"quietDays\":7");
        var one = of(Desk.customer("anna", false));
        var other = of(Desk.customer("anna", false));
        var command = "{\"operation\":\"CREATE\",\"fields\":%s}";
        anna().body("{\"items\":[%s,%s,%s,{\"operation\":\"UPDATE\",\"id\":\"%s\",\"fields\":{}}]}"
                        .formatted(
                                command.formatted(survey(key, one)),
                                command.formatted(survey(key, other)),
                                command.formatted(survey(key, one)),
                                UUID.randomUUID()))
                .post("/v1/surveys/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 201, 201, 409));
        anna().get("/v1/surveys?sort=createdAt&filter=questionnaire==" + key)
                .then()
                .body("items.status", contains("SENT", "SENT", "WITHHELD"))
                .body("items[2].withheld", equalTo("QUIET"));
    }

    @Test
    void isDeletedAndTakenBack() {
        var path = anna().body(survey("csat", of(Desk.customer("anna", false))))
                .post("/v1/surveys")
                .then()
                .extract()
                .header("Location");
        anna().delete(path).then().statusCode(403);
        admin().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        admin().post(path + "/restore").then().statusCode(200).body("status", equalTo("SENT"));
        anna().get("/v1/surveys?sort=-createdAt&limit=200").then().body("items.status", hasItem("SENT"));
    }
}
