package io.kehu.opportunity.target;

import static io.kehu.opportunity.Neighbours.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TargetResourceTest {

    private static final String[] PERMISSIONS = {
        "target:read", "target:write", "target:delete", "target:import", "target:export"
    };

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private static String team() {
        return "/sales/" + UUID.randomUUID();
    }

    private static String target(String kind, String subject, String metric, String currency, String month) {
        return """
                {"subjectKind":"%s","subject":%s,"metric":"%s","year":2026,"currency":%s,"months":[%s]}""".formatted(
                        kind,
                        subject == null ? null : "\"" + subject + "\"",
                        metric,
                        currency == null ? null : "\"" + currency + "\"",
                        String.join(",", java.util.Collections.nCopies(12, month)));
    }

    @Test
    void isOfATeamAndOfEachMonth() {
        var team = team();
        var body = target("TEAM", team, "WON_AMOUNT", "CNY", "100000.50");
        String id = anna().body(body)
                .post("/v1/targets")
                .then()
                .statusCode(201)
                .body("total", equalTo(1200006))
                .extract()
                .path("id");
        anna().body(body).post("/v1/targets").then().statusCode(409).body("code", equalTo("target.taken"));
        anna().contentType("application/merge-patch+json")
                .body("{\"months\":[1,2,3,4,5,6,7,8,9,10,11,12]}")
                .patch("/v1/targets/" + id)
                .then()
                .statusCode(200)
                .body("total", equalTo(78));
        anna().contentType("application/merge-patch+json")
                .body("{\"year\":2027}")
                .patch("/v1/targets/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("target.stays"));
        anna().queryParam("filter", "subject==" + team + ";year==2026;metric==WON_AMOUNT")
                .get("/v1/targets")
                .then()
                .body("items.id", contains(id));
        anna().get("/v1/targets/" + id + "/history").then().body("items.type", contains("target.set", "target.set"));
        anna().delete("/v1/targets/" + id).then().statusCode(204);
        anna().body(body).post("/v1/targets").then().statusCode(201);
        anna().post("/v1/targets/" + id + "/restore").then().statusCode(409);
    }

    @Test
    void needsASubjectAndACurrencyWhereItIsOfMoney() {
        anna().body(target("TEAM", null, "WON_COUNT", null, "1"))
                .post("/v1/targets")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("subject"));
        anna().body(target("COMPANY", "kehu", "WON_COUNT", null, "1"))
                .post("/v1/targets")
                .then()
                .statusCode(422);
        anna().body(target("TEAM", team(), "WON_COUNT", "CNY", "1"))
                .post("/v1/targets")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("target.count-currency"));
        anna().body(target("TEAM", team(), "WON_AMOUNT", null, "1"))
                .post("/v1/targets")
                .then()
                .statusCode(422);
        anna().body(target("TEAM", team(), "WON_COUNT", null, "-1"))
                .post("/v1/targets")
                .then()
                .statusCode(400);
        as(Tokens.all("eve", "target:read"))
                .body(target("TEAM", team(), "WON_COUNT", null, "1"))
                .post("/v1/targets")
                .then()
                .statusCode(403);
    }

    @Test
    void isSeenAndSetByThoseWhoseRowsItIs() {
        var user = "user-" + UUID.randomUUID();
        String id = anna().body(target("USER", user, "WON_COUNT", null, "3"))
                .post("/v1/targets")
                .then()
                .statusCode(201)
                .body("owner", equalTo(user))
                .extract()
                .path("id");
        as(Tokens.own(user, PERMISSIONS)).get("/v1/targets/" + id).then().statusCode(200);
        as(Tokens.own("dora", PERMISSIONS)).get("/v1/targets/" + id).then().statusCode(404);
        var manager = Tokens.of("max", "/sales", "scope:team-tree", PERMISSIONS);
        as(manager)
                .body(target("TEAM", team(), "WON_COUNT", null, "3"))
                .post("/v1/targets")
                .then()
                .statusCode(201);
        as(manager)
                .body(target("TEAM", "/service" + team(), "WON_COUNT", null, "3"))
                .post("/v1/targets")
                .then()
                .statusCode(403)
                .body("code", equalTo("target.out-of-scope"));
    }

    @Test
    void comesInByKeyInBatchesAndByFile() {
        var upsert = "/v1/targets/by-external?source=plan&externalId=" + UUID.randomUUID();
        var body = target("TEAM", team(), "CONTRACT_AMOUNT", "CNY", "1.5");
        anna().body(body).put(upsert).then().statusCode(201);
        anna().body(body).put(upsert).then().statusCode(200).body("version", equalTo(1));
        String cursor = anna().get("/v1/targets/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        var batched = team();
        anna().body("{\"items\":[{\"operation\":\"CREATE\",\"fields\":%s}]}"
                        .formatted(target("TEAM", batched, "WON_COUNT", null, "1")))
                .post("/v1/targets/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201));
        anna().queryParam("cursor", cursor)
                .get("/v1/targets/changes")
                .then()
                .body("items.record.subject", hasItem(batched));
        var filed = team();
        var file = "目标对象,部门或用户,指标,年度,币种,1月,2月,标签\nTEAM,%s,WON_AMOUNT,2026,CNY,5,7,冲刺\nTEAM,,WON_COUNT,2026,,1,1,\n"
                .formatted(filed);
        String job = anna().contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .post("/v1/targets/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(job).jsonPath().getString("status").equals("COMPLETED"));
        anna().get(job).then().body("created", equalTo(1)).body("rejected", equalTo(1));
        anna().accept("text/csv")
                .header("Accept-Language", "zh-CN")
                .queryParam("filter", "tags==冲刺;subject==" + filed)
                .get("/v1/targets")
                .then()
                .statusCode(200)
                .body(containsString("12月"))
                .body(containsString(filed + ",WON_AMOUNT,2026,CNY,5,7,0,0"))
                .body(not(containsString(batched)));
    }

    @Test
    void hasFieldsOfTheCompanysOwn() {
        as(Tokens.all("anna", "target:admin"))
                .body("{\"zh\":\"说明\",\"en\":\"Note\",\"kind\":\"TEXT\"}")
                .put("/v1/targets/custom-fields/note")
                .then()
                .statusCode(200);
        String id = anna().body(target("TEAM", team(), "WON_COUNT", null, "1"))
                .post("/v1/targets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"note\":\"sprint\"},\"tags\":[\"sprint\"]}")
                .patch("/v1/targets/" + id)
                .then()
                .statusCode(200)
                .body("customFields.note", equalTo("sprint"))
                .body("tags", contains("sprint"))
                .body("version", equalTo(2));
        anna().get("/v1/targets?filter=custom.note==sprint;id==" + id)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }
}
