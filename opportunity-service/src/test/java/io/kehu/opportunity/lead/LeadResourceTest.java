package io.kehu.opportunity.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.LeadEvent;
import io.kehu.events.LeadState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadResourceTest {

    private static final String[] PERMISSIONS = {
        "lead:read", "lead:write", "lead:delete", "lead:import", "lead:export", "lead:admin"
    };

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** Sees every row, unmasked. */
    private static RequestSpecification anna() {
        var all = java.util.Arrays.copyOf(PERMISSIONS, PERMISSIONS.length + 2);
        all[PERMISSIONS.length] = "pii:read";
        all[PERMISSIONS.length + 1] = "pii:reveal";
        return as(Tokens.all("anna", all));
    }

    private static RequestSpecification masked() {
        return as(Tokens.all("max", PERMISSIONS));
    }

    private static String create(String phone) {
        return anna().body(LeadSamples.json(phone))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsALeadWithItsPersonMasked() {
        var phone = LeadSamples.phone();
        var id = create(phone);
        anna().get("/v1/leads/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("NEW"))
                .body("owner", equalTo("anna"))
                .body("phone", equalTo(phone))
                .body("industry", equalTo("65"))
                .body("consents[0].purpose", equalTo("newsletter"))
                .body("budget.amount", equalTo("30000.00"));
        masked().get("/v1/leads/" + id).then().body("phone", containsString("****"));
        anna().queryParam("filter", "phone==" + phone).get("/v1/leads").then().body("items.id", contains(id));
        anna().get("/v1/leads?q=yunfan&filter=industry==I&sort=-score").then().body("items.id", hasItem(id));
        masked().body("{\"field\":\"phone\",\"reason\":\"call back\"}")
                .post("/v1/leads/" + id + "/reveal")
                .then()
                .statusCode(403);
        anna().body("{\"field\":\"phone\",\"reason\":\"call back\"}")
                .post("/v1/leads/" + id + "/reveal")
                .then()
                .body("value", equalTo(phone));
        anna().get("/v1/leads/" + id + "/access-log").then().body("items", hasSize(1));
    }

    @Test
    void publishesNothingThatTellsWhoItIs() {
        var id = create(LeadSamples.phone());
        var event = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> EventStream.read(Context.OPPORTUNITY.topic(), UUID.fromString(id)),
                        events -> !events.isEmpty())
                .getFirst();
        assertThat(event.data()).isInstanceOf(LeadEvent.Created.class);
        var state = (LeadState) event.state();
        assertThat(state.name()).isNull();
        assertThat(state.toString()).doesNotContain("欧阳").contains("WEBSITE");
    }

    @Test
    void movesThroughItsStatuses() {
        var path = "/v1/leads/" + create(LeadSamples.phone());
        anna().body("{\"owner\":\"ben\",\"team\":\"/sales/east\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("owner", equalTo("ben"));
        anna().body("{\"status\":\"QUALIFIED\"}").put(path + "/status").then().statusCode(409);
        anna().body("{\"status\":\"CONTACTED\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"status\":\"DISQUALIFIED\"}")
                .put(path + "/status")
                .then()
                .statusCode(422);
        anna().body("{\"status\":\"DISQUALIFIED\",\"reason\":\"NO_NEED\"}")
                .put(path + "/status")
                .then()
                .body("disqualifiedReason", equalTo("NO_NEED"));
        anna().get(path + "/history")
                .then()
                .body(
                        "items.type",
                        contains("lead.disqualified", "lead.status-changed", "lead.assigned", "lead.created"));
    }

    @Test
    void asksBackWhenSomebodyWorksOnTheSamePersonAlready() {
        var phone = LeadSamples.phone();
        var first = create(phone);
        anna().body(LeadSamples.json(phone))
                .post("/v1/leads")
                .then()
                .statusCode(409)
                .body("code", equalTo("lead.duplicate"))
                .body("details.items[0].id", equalTo(first))
                .body("details.items[0].reasons", hasItem("PHONE"));
        as(Tokens.own("cara", PERMISSIONS))
                .body(LeadSamples.json(phone))
                .post("/v1/leads")
                .then()
                .statusCode(409)
                .body("details.items", hasSize(0))
                .body("details.others", equalTo(1));
        String second = anna().body(LeadSamples.json(phone))
                .post("/v1/leads?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().get("/v1/leads/" + second + "/duplicates").then().body("items.id", hasItem(first));
    }

    @Test
    void letsNobodyFindOutMaskedPhonesByLeadsThatWouldBeDuplicates() {
        var guesser = "guesser-" + UUID.randomUUID();
        var theirs = create(LeadSamples.phone());
        var guesses = Stream.generate(() ->
                        "{\"operation\":\"CREATE\",\"fields\":%s}".formatted(LeadSamples.json(LeadSamples.phone())))
                .limit(61)
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        as(Tokens.all(guesser, PERMISSIONS))
                .body(guesses)
                .post("/v1/leads/batch?atomic=true")
                .then()
                .statusCode(207)
                .body("items[0].status", equalTo(424))
                .body("items[60].status", equalTo(429))
                .body("items[60].problem.code", equalTo("search.sealed-limit"));
        as(Tokens.all(guesser, PERMISSIONS))
                .body(LeadSamples.json(LeadSamples.phone()))
                .post("/v1/leads")
                .then()
                .statusCode(429);
        String own = as(Tokens.all(guesser, PERMISSIONS))
                .body(LeadSamples.json(LeadSamples.phone()))
                .post("/v1/leads?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(Tokens.all(guesser, PERMISSIONS))
                .get("/v1/leads/" + own + "/duplicates")
                .then()
                .statusCode(429);
        as(Tokens.all(guesser, PERMISSIONS))
                .get("/v1/leads/" + theirs + "/duplicates")
                .then()
                .statusCode(200);
        anna().body(guesses).post("/v1/leads/batch").then().statusCode(207).body("items[60].status", equalTo(201));
    }

    @Test
    void needsAWayToAnswer() {
        anna().body("{\"name\":\"x\",\"source\":\"FAIR\"}")
                .post("/v1/leads")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("phone"))
                .body("errors[0].code", equalTo("lead.unreachable"));
        anna().body("{\"name\":\"x\",\"email\":\"a@example.com\"}")
                .post("/v1/leads")
                .then()
                .statusCode(400);
    }

    @Test
    void hidesLeadsOfOthersAndRefusesWhoMayNot() {
        var id = create(LeadSamples.phone());
        as(Tokens.own("dora", PERMISSIONS)).get("/v1/leads/" + id).then().statusCode(404);
        as(Tokens.all("eve", "opportunity:read")).get("/v1/leads/" + id).then().statusCode(403);
        anna().body("{\"access\":\"READ\"}")
                .put("/v1/leads/" + id + "/collaborators?principal=dora")
                .then()
                .statusCode(200);
        as(Tokens.own("dora", PERMISSIONS)).get("/v1/leads/" + id).then().statusCode(200);
    }

    @Test
    void changesFieldsAndComesBackFromTheRecycleBin() {
        var phone = LeadSamples.phone();
        var path = "/v1/leads/" + create(phone);
        anna().contentType("application/merge-patch+json")
                .body("{\"score\":80,\"company\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("score", equalTo(80))
                .body("company", nullValue());
        anna().contentType("application/merge-patch+json")
                .body("{\"phone\":null}")
                .patch(path)
                .then()
                .statusCode(422);
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().post(path + "/restore").then().statusCode(200).body("phone", equalTo(phone));
        var upsert = "/v1/leads/by-external?source=web&externalId=" + UUID.randomUUID();
        var body = LeadSamples.json(LeadSamples.phone());
        anna().body(body).put(upsert).then().statusCode(201);
        anna().body(body).put(upsert).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void forgetsAPersonForGood() {
        var phone = LeadSamples.phone();
        var path = "/v1/leads/" + create(phone);
        anna().body("{\"reason\":\"letter of today\"}")
                .post(path + "/erase")
                .then()
                .statusCode(200)
                .body("phone", nullValue())
                .body("erased", equalTo(true));
        anna().get(path + "/history").then().body(not(containsString("欧阳"))).body(not(containsString(phone)));
    }

    @Test
    void comesInAndGoesOutByFile() {
        var phone = LeadSamples.phone();
        var file =
                "外部编号,线索名称,公司,联系人,电话,来源渠道,地区,预算,币种,评分\nk1,展会名片,远山集团,张三,%s,EXHIBITION,四川省,500,USD,40\nk2,没有电话,,,,EXHIBITION,,,,\n"
                        .formatted(phone)
                        .getBytes(StandardCharsets.UTF_8);
        var source = "fair-" + UUID.randomUUID();
        String job = anna().contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file, "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/leads/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(job).jsonPath().getString("status").equals("COMPLETED"));
        anna().get(job).then().body("created", equalTo(1)).body("rejected", equalTo(1));
        anna().get("/v1/leads/by-external?externalId=k1&source=" + source)
                .then()
                .body("region", equalTo("四川省"))
                .body("budget.currency", equalTo("USD"))
                .body("phone", equalTo(phone));
        anna().accept("text/csv")
                .get("/v1/leads?filter=source==EXHIBITION")
                .then()
                .statusCode(200)
                .body(containsString("远山集团"))
                .body(containsString(",NEW,"));
    }

    @Test
    void keepsTheCompanysOwnFields() {
        anna().body("{\"zh\":\"预约\",\"en\":\"Appointment\",\"kind\":\"TEXT\"}")
                .put("/v1/leads/custom-fields/appointment")
                .then()
                .statusCode(200);
        var body = LeadSamples.json(LeadSamples.phone())
                .replaceFirst("\\{", "{\"customFields\":{\"appointment\":\"Mon\"},");
        String id = anna().body(body)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().get("/v1/leads?filter=custom.appointment==Mon").then().body("items.id", hasItem(id));
    }
}
