package io.kehu.opportunity.competitor;

import static io.kehu.opportunity.Neighbours.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompetitorResourceTest {

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "competitor:read",
                "competitor:write",
                "competitor:delete",
                "competitor:import",
                "competitor:export",
                "competitor:admin",
                "opportunity:read",
                "opportunity:write",
                "opportunity:delete"));
    }

    private static String name() {
        return "Rival " + UUID.randomUUID();
    }

    private static String create(String name) {
        return anna().body("""
                        {"name":"%s","website":"https://example.com","productCategories":["CRM"],
                         "marketShares":[{"period":"2026-Q1","share":0.250}],"salesChannels":["代理商"],
                         "strengths":"价格低","weaknesses":"服务慢"}""".formatted(name))
                .post("/v1/competitors")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String deal(String competitors) {
        return anna().body("{\"name\":\"Laptops\",\"competitors\":[%s]}".formatted(competitors))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void keepsACompetitor() {
        var name = name();
        var path = "/v1/competitors/" + create(name);
        as(Tokens.own("ben", "competitor:read"))
                .get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("marketShares[0].share", equalTo(0.25f))
                .body("salesChannels", contains("代理商"));
        anna().queryParam("q", name.substring(6, 20))
                .get("/v1/competitors")
                .then()
                .body("items.name", contains(name));
        anna().contentType("application/merge-patch+json")
                .body("{\"strengths\":null,\"marketShares\":[{\"period\":\"2026\",\"share\":0.2}]}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("strengths", nullValue())
                .body("marketShares.period", contains("2026"));
        anna().get(path + "/history").then().body("items.type", contains("competitor.updated", "competitor.created"));
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().post(path + "/restore").then().statusCode(200).body("name", equalTo(name));
    }

    @Test
    void tellsWhatHasChangedSinceACursor() {
        var path = "/v1/competitors/changes";
        String cursor = anna().get(path).then().statusCode(200).extract().path("nextCursor");
        String kept = create(name());
        String deleted = create(name());
        anna().delete("/v1/competitors/" + deleted).then().statusCode(204);
        anna().queryParam("cursor", cursor)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", hasItems(kept, deleted))
                .body("items.find { it.id == '%s' }.gone".formatted(deleted), equalTo("DELETED"));
        as(Tokens.all("eve", "opportunity:read")).get(path).then().statusCode(403);
    }

    @Test
    void hasEachNameAndEachPeriodOnce() {
        var name = name();
        create(name);
        anna().body("{\"name\":\"%s\"}".formatted(name.toUpperCase(java.util.Locale.ROOT)))
                .post("/v1/competitors")
                .then()
                .statusCode(409)
                .body("code", equalTo("competitor.name-taken"));
        anna().body("""
                        {"name":"%s","marketShares":[{"period":"2026","share":0.1},{"period":"2026","share":0.2}]}""".formatted(name()))
                .post("/v1/competitors")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("competitor.period-twice"));
        anna().body("{}").post("/v1/competitors").then().statusCode(400);
        as(Tokens.all("eve", "opportunity:read")).get("/v1/competitors").then().statusCode(403);
    }

    @Test
    void isPointedAtByDeals() {
        var name = name();
        var id = create(name);
        var deal = deal("{\"competitorId\":\"%s\",\"position\":\"AHEAD\"}".formatted(id));
        anna().get("/v1/opportunities/" + deal)
                .then()
                .body("competitors[0].name", equalTo(name))
                .body("competitors[0].competitorId", equalTo(id));
        anna().get("/v1/opportunities?filter=competitors.competitorId==" + id)
                .then()
                .statusCode(200)
                .body("items.id", contains(deal));
        anna().delete("/v1/competitors/" + id).then().statusCode(409).body("code", equalTo("competitor.in-use"));
        anna().body("{\"name\":\"x\",\"competitors\":[{\"competitorId\":\"%s\"},{}]}".formatted(UUID.randomUUID()))
                .post("/v1/opportunities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("competitors[0].competitorId", "competitors[1].name"));
        anna().delete("/v1/opportunities/" + deal).then().statusCode(204);
        anna().delete("/v1/competitors/" + id).then().statusCode(204);
    }

    @Test
    void isAmongTheCompetitorsOfADealThatItHasWon() {
        var name = name();
        var id = create(name);
        var deal = "/v1/opportunities/" + deal("{\"name\":\"Globex\"}");
        anna().body("{\"stage\":\"LOST\",\"lostReason\":\"COMPETITOR\",\"competitorId\":\"%s\"}"
                        .formatted(UUID.randomUUID()))
                .put(deal + "/stage")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
        anna().body("{\"stage\":\"LOST\",\"lostReason\":\"COMPETITOR\",\"competitorId\":\"%s\"}".formatted(id))
                .put(deal + "/stage")
                .then()
                .statusCode(200)
                .body("competitors.name", contains("Globex", name));
    }

    @Test
    void comesInByKeyInBatchesAndByFile() {
        var upsert = "/v1/competitors/by-external?source=market&externalId=" + UUID.randomUUID();
        var body = "{\"name\":\"%s\"}".formatted(name());
        anna().body(body).put(upsert).then().statusCode(201);
        anna().body(body).put(upsert).then().statusCode(200).body("version", equalTo(1));
        anna().body("""
                        {"items":[{"operation":"CREATE","fields":{"name":"%s"}},{"operation":"CREATE","fields":{}}]}""".formatted(name()))
                .post("/v1/competitors/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 400));
        var known = name();
        var file = "名称,产品类别,优势\n%s,CRM;ERP,便宜\n%s,,\n%s,,重复\n".formatted(known, name(), known);
        String job = anna().contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .post("/v1/competitors/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(job).jsonPath().getString("status").equals("COMPLETED"));
        anna().get(job).then().body("created", equalTo(2)).body("rejected", equalTo(1));
        anna().queryParam("filter", "name==\"%s\"".formatted(known))
                .get("/v1/competitors")
                .then()
                .body("items", hasSize(1))
                .body("items[0].productCategories", hasItem("ERP"));
        anna().accept("text/csv").get("/v1/competitors").then().statusCode(200).body(containsString(known));
    }
}
