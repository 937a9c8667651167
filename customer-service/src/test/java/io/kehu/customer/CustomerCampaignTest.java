package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CampaignEvent;
import io.kehu.events.CampaignState;
import io.kehu.events.EventFamily;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.table.TableType;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From which campaigns customers may be said to come. */
@QuarkusTest
class CustomerCampaignTest {

    @Inject
    KnownRecords known;

    private final String source = "campaign-" + UUID.randomUUID();
    private final UUID fair = UUID.randomUUID();
    private final String number = "M" + fair.toString().substring(0, 8);

    private static RequestSpecification everybody() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna", "customer:read", "customer:write", "customer:import", "customer:export", "pii:read"));
    }

    private static RequestSpecification ben() {
        return given().auth().oauth2(Tokens.own("ben", "customer:read", "customer:write"));
    }

    /** The campaign is marta's; this service has heard of it. */
    private void told(boolean deleted, long version) {
        var state = StateBuilder.of(CampaignState.class)
                .with("id", fair)
                .with("number", number)
                .with("name", "Fair")
                .with("type", "EXHIBITION")
                .with("status", "PLANNED")
                .with("owner", "marta")
                .with("deleted", deleted)
                .build();
        EventStream.send(EventStream.event(new CampaignEvent.Created(), state, version));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(EventFamily.CAMPAIGN, fair))
                        .map(KnownRecord::deleted)
                        .filter(found -> found == deleted)
                        .isPresent());
    }

    private String fields(String name) {
        return "{\"name\":\"%s %s\",\"campaignId\":\"%s\"}".formatted(name, source, fair);
    }

    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(422)
                .body("errors[0].field", equalTo("campaignId"))
                .body("errors[0].code", equalTo("reference.unknown"));
    }

    @Test
    void takesACampaignThatTheCallerMaySee() {
        told(false, 1);
        String id = everybody()
                .contentType("application/json")
                .body(fields("Seen"))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .body("campaignId", equalTo(fair.toString()))
                .extract()
                .path("id");
        refused(ben().contentType("application/json")
                .body(fields("Unseen"))
                .post("/v1/customers")
                .then());
        refused(ben().contentType("application/json")
                .body(fields("Unseen"))
                .put("/v1/customers/by-external?source=" + source + "&externalId=1")
                .then());
        ben().contentType("application/json")
                .body("{\"items\":[{\"operation\":\"CREATE\",\"fields\":%s}]}".formatted(fields("Unseen")))
                .post("/v1/customers/batch")
                .then()
                .statusCode(207)
                .body("items[0].status", equalTo(422));
        everybody()
                .contentType("application/merge-patch+json")
                .body("{\"campaignId\":null}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void keepsACampaignThatIsGoneButTakesItNoMore() {
        told(false, 1);
        var place = "/v1/customers/by-external?source=" + source + "&externalId=1";
        String id = everybody()
                .contentType("application/json")
                .body(fields("Kept"))
                .put(place)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        told(true, 2);
        everybody()
                .contentType("application/json")
                .body(fields("Kept longer"))
                .put(place)
                .then()
                .statusCode(200);
        everybody()
                .contentType("application/merge-patch+json")
                .body("{\"campaignId\":\"%s\",\"remark\":\"still\"}".formatted(fair))
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("remark", equalTo("still"));
        refused(everybody()
                .contentType("application/json")
                .body(fields("Late"))
                .post("/v1/customers")
                .then());
    }

    @Test
    void refusesWhatIsNoIdOfACampaign() {
        String id = everybody()
                .contentType("application/json")
                .body("{\"name\":\"Plain %s\"}".formatted(source))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        everybody()
                .contentType("application/merge-patch+json")
                .body("{\"campaignId\":-9223372036854775808}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("campaignId"));
    }

    @Test
    void namesCampaignsByTheirNumberInFiles() {
        told(false, 1);
        var job = imported("externalId,name,campaign\n1,One %1$s,%2$s\n2,Two %1$s,\n3,Three %1$s,M-nowhere\n"
                .formatted(source, number));
        assertThat(job.getInt("created")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(1);
        everybody()
                .get("/v1/customers/imports/" + job.getString("id") + "/errors")
                .then()
                .body(containsString("M-nowhere"));
        everybody()
                .get("/v1/customers/by-external?source=" + source + "&externalId=1")
                .then()
                .body("campaignId", equalTo(fair.toString()));

        var file = everybody()
                .accept(TableType.CSV_MEDIA_TYPE)
                .get("/v1/customers?q=" + source)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file).contains(number);
        assertThat(imported(file).getInt("unchanged")).isEqualTo(2);
    }

    private JsonPath imported(String file) {
        String location = everybody()
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/customers/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> everybody().get(location).jsonPath(), job -> job.getString("finishedAt") != null);
    }
}
