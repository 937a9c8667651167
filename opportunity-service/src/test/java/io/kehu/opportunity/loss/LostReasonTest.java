package io.kehu.opportunity.loss;

import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.kehu.events.LostReasonState;
import io.kehu.opportunity.Neighbours;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LostReasonTest {

    @Inject
    LostReasonRepository reasons;

    private static RequestSpecification admin() {
        return as(Tokens.all("anna", "opportunity:read", "opportunity:write", "opportunity:admin"));
    }

    private static ValidatableResponse put(String key, String more) {
        return admin().body("{\"name\":\"Bought a share\",\"chineseName\":\"被收购\",\"position\":200%s}".formatted(more))
                .put("/v1/lost-reasons/" + key)
                .then();
    }

    private static ValidatableResponse lose(String key, String more) {
        String id =
                admin().body("{\"name\":\"deal\"}").post("/v1/opportunities").path("id");
        return admin().body("{\"stage\":\"LOST\",\"lostReason\":\"%s\"%s}".formatted(key, more))
                .put("/v1/opportunities/" + id + "/stage")
                .then();
    }

    @Test
    void shipsThoseThatThereWere() {
        admin().get("/v1/lost-reasons")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("PRICE", "COMPETITOR", "NOT_RECORDED"))
                .body("items.find { it.key == 'COMPETITOR' }.needsCompetitor", equalTo(true))
                .body("items.find { it.key == 'NOT_RECORDED' }.active", equalTo(false));
        admin().get("/v1/lost-reasons/PRICE").then().body("chineseName", equalTo("价格"));
        admin().get("/v1/lost-reasons/BOREDOM").then().statusCode(404);
        as(Tokens.all("ben", "opportunity:read", "opportunity:write"))
                .body("{}")
                .put("/v1/lost-reasons/PRICE")
                .then()
                .statusCode(403);
    }

    @Test
    void takesTheCompanysOwnUntilTheyAreInactive() {
        var key = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        lose(key, "").statusCode(422).body("errors[0].message", containsString("PRICE"));
        put(key, ",\"needsCompetitor\":true").statusCode(200).body("active", equalTo(true));
        lose(key, "").statusCode(422).body("errors[0].field", equalTo("competitor"));
        lose(key, ",\"competitor\":\"Globex\"").statusCode(200).body("lostReason", equalTo(key));
        put(key, ",\"active\":false").statusCode(200);
        lose(key, "").statusCode(422).body("errors[0].code", equalTo("opportunity.lost-reason-unknown"));
        admin().get("/v1/opportunities?filter=lostReason==" + key).then().body("items[0].lostReason", equalTo(key));
    }

    @Test
    void tellsWhatACompanyCallsThem() {
        var key = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        put(key, "").statusCode(200);
        put(key, "").statusCode(200);
        put(key, ",\"active\":false").statusCode(200);
        var id = QuarkusTransaction.requiringNew()
                .call(() -> reasons.ofKey(key).orElseThrow().id());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = EventStream.read("kehu.opportunity.v1", id);
            assertThat(told)
                    .extracting(event -> event.metadata().type())
                    .containsExactly("lost-reason.defined", "lost-reason.updated");
            assertThat(((LostReasonState) told.getLast().state()).chineseName()).isEqualTo("被收购");
        });
    }

    @Test
    void keepsNotRecordedForImports() {
        lose(LostReasons.NOT_RECORDED, "")
                .statusCode(422)
                .body("errors[0].code", equalTo("opportunity.lost-reason-unrecorded"));
        put(LostReasons.NOT_RECORDED, "").statusCode(409).body("code", equalTo("lost-reason.of-the-past"));
    }

    @Test
    void takesTheSameAccountOfALossTwiceAndNoOther() {
        String id = Neighbours.anna()
                .body("{\"name\":\"lost\"}")
                .post("/v1/opportunities")
                .path("id");
        var path = "/v1/opportunities/" + id + "/stage";
        var move = "{\"stage\":\"LOST\",\"lostReason\":\"COMPETITOR\",\"competitor\":\"%s\",\"reason\":\"%s\"}";
        Neighbours.anna()
                .body(move.formatted("Globex", "too slow"))
                .put(path)
                .then()
                .statusCode(200);
        Neighbours.anna()
                .body(move.formatted("Globex", "too slow"))
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        Neighbours.anna()
                .body(move.formatted("Globex", "too dear"))
                .put(path)
                .then()
                .statusCode(409);
        Neighbours.anna()
                .body(move.formatted("Initech", "too slow"))
                .put(path)
                .then()
                .statusCode(409);
    }
}
