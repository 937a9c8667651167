package io.kehu.servicedesk.answer;

import static io.kehu.servicedesk.questionnaire.Asking.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.servicedesk.Desk;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswerResourceTest {

    @Inject
    EntityManager database;

    private static Response answer(String path, String body) {
        return given().contentType("application/json").body(body).post(path);
    }

    @Test
    void showsWhoeverHasTheLinkWhatIsAskedAndNothingElse() {
        var link = Links.make("CES", "");
        given().get(link.path() + "?lang=en")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("keySet().sort()", contains("comment", "introduction", "kind", "language", "questions"))
                .body("kind", equalTo("CES"))
                .body("questions.field", contains("score", "scores.PRICE"))
                .body("questions[0].text", equalTo("All in all?"))
                .body("questions[0].highest", equalTo(7))
                .body("comment.required", equalTo(false));
        given().header("Accept-Language", "zh-CN,en;q=0.8")
                .get(link.path())
                .then()
                .body("language", equalTo("zh-CN"))
                .body("introduction", equalTo("请评价"));
    }

    @Test
    void takesAnAnswerOnce() {
        var link = Links.make("CSAT", "");
        answer(link.path() + "?lang=zh-CN", "{\"score\":4,\"scores\":{\"PRICE\":2},\"comment\":\"王先生很好\"}")
                .then()
                .statusCode(200)
                .body("thanks", equalTo("多谢"));
        admin().get(link.survey())
                .then()
                .body("status", equalTo("ANSWERED"))
                .body("answeredBy", equalTo("LINK"))
                .body("score", equalTo(4))
                .body("scores.PRICE", equalTo(2))
                .body("comment", equalTo("王先生很好"));
        answer(link.path(), "{\"score\":1}").then().statusCode(410).body("code", equalTo("survey-link.answered"));
        given().get(link.path()).then().statusCode(410);
        admin().post(link.survey() + "/invitation").then().statusCode(409).body("code", equalTo("survey.answered"));
        admin().get(link.survey() + "/history")
                .then()
                .body("items.type", contains("survey.answered", "survey.invited", "survey.sent"))
                .body("items[0].actor", equalTo("system:survey-answer"));
    }

    @Test
    void takesOneOfTwentyAnswersThatComeAtOnce() throws InterruptedException {
        var link = Links.make("CSAT", "");
        Callable<Integer> one = () -> answer(link.path(), "{\"score\":3}").statusCode();
        try (var customers = Executors.newFixedThreadPool(20)) {
            assertThat(customers.invokeAll(Collections.nCopies(20, one)).stream()
                            .map(AnswerResourceTest::get))
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
        }
        admin().get(link.survey()).then().header("ETag", "\"3\"").body("status", equalTo("ANSWERED"));
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void knowsNeitherGuessedNorWithdrawnLinks() {
        var link = Links.make("CSAT", "");
        var other = Links.renew(link.survey());
        assertThat(other).isNotEqualTo(link.path());
        answer(link.path(), "{\"score\":5}").then().statusCode(404);
        given().get(link.path()).then().statusCode(404);
        given().get("/v1/survey-answers/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        admin().delete(link.survey()).then().statusCode(204);
        given().get(other).then().statusCode(404);
    }

    @Test
    void isVoidWhenTheTimeIsOver() {
        var link = Links.make("CSAT", "");
        var id = link.survey().substring(link.survey().lastIndexOf('/') + 1);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update survey set expires_at = now() - interval '1 second' where id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
        given().get(link.path()).then().statusCode(410).body("code", equalTo("survey-link.expired"));
        answer(link.path(), "{\"score\":5}").then().statusCode(410);
    }

    @Test
    void judgesAnswersByTheQuestionnaire() {
        var link = Links.make("CSAT", "");
        answer(link.path(), "{}").then().statusCode(422).body("errors[0].field", equalTo("score"));
        answer(link.path(), "{\"score\":6}").then().statusCode(422);
        answer(link.path(), "{\"score\":5,\"colour\":\"red\"}").then().statusCode(400);
        answer(link.path(), "{\"score\":5}").then().statusCode(200);
    }

    @Test
    void keepsNoTokenAnywhere() {
        var link = Links.make("CSAT", "");
        var token = link.path().substring(link.path().lastIndexOf('/') + 1);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        admin().get(link.survey()).then().body("tokenHash", nullValue());
        var row = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select cast(row_to_json(s) as text) || coalesce((select string_agg(cast(row_to_json(e) as text), '')"
                                        + " from event e where e.aggregate_id = s.id), '') from survey s where s.id = :id")
                        .setParameter(
                                "id",
                                UUID.fromString(
                                        link.survey().substring(link.survey().lastIndexOf('/') + 1)))
                        .getSingleResult());
        assertThat(row.toString()).contains("token_hash").doesNotContain(token);
    }

    @Test
    void isLimitedPerLinkAndAddress() {
        var path = "/v1/survey-answers/" + UUID.randomUUID();
        for (var count = 0; count < 30; count++) {
            given().get(path).then().statusCode(404);
        }
        var refused = given().get(path);
        refused.then().statusCode(429);
        assertThat(refused.header("Retry-After")).isNotNull();
        given().accept("text/html").get(path).then().statusCode(429);
        given().get("/v1/survey-answers/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void takesThePermissionToInvite() {
        var link = Links.make("CSAT", "");
        Desk.as(Tokens.all("rita", "survey:read"))
                .post(link.survey() + "/invitation")
                .then()
                .statusCode(403);
        given().post(link.survey() + "/invitation").then().statusCode(401);
    }
}
