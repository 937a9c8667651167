package io.kehu.opportunity.research;

import static io.kehu.opportunity.Neighbours.as;
import static io.kehu.opportunity.Neighbours.customer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResearchResourceTest {

    private static final String[] PERMISSIONS = {"competitor:read", "competitor:write", "competitor:delete"};

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private static String competitor(String name) {
        return anna().body("{\"name\":\"%s\"}".formatted(name))
                .post("/v1/competitors")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String interview(UUID customer, String competitor) {
        return """
                {"name":"华东制造业访谈","customerId":"%s","researchedOn":"2026-03-15","method":"INTERVIEW",
                 "needs":[{"text":"移动端离线录入","productCategory":"CRM","priority":"HIGH","timing":"下半年",
                           "budget":{"amount":"50000","currency":"CNY"}}],
                 "intelligence":[{"competitorId":"%s","product":"U8","confidence":"MEDIUM","source":"客户采购"}],
                 "conclusions":"价格敏感"}""".formatted(customer, competitor);
    }

    @Test
    void tellsTheNeedsOfACustomerAndWhatIsKnownOfACompetitor() {
        var name = "Rival " + UUID.randomUUID();
        var competitor = competitor(name);
        var customer = customer("anna", false);
        String id = anna().body(interview(customer, competitor))
                .post("/v1/market-research")
                .then()
                .statusCode(201)
                .body("intelligence[0].competitor", equalTo(name))
                .extract()
                .path("id");
        anna().get("/v1/market-research?filter=customerId==" + customer)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].needs[0].text", equalTo("移动端离线录入"));
        anna().get("/v1/market-research?filter=intelligence.competitorId==" + competitor)
                .then()
                .body("items.id", contains(id));
        anna().get("/v1/market-research?filter=needs.productCategory==CRM&q=huadong&sort=-researchedOn")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        anna().delete("/v1/competitors/" + competitor)
                .then()
                .statusCode(409)
                .body("code", equalTo("competitor.in-use"));
        anna().contentType("application/merge-patch+json")
                .body("{\"conclusions\":\"重视服务\"}")
                .patch("/v1/market-research/" + id)
                .then()
                .statusCode(200)
                .body("intelligence[0].competitor", equalTo(name));
        anna().get("/v1/market-research/" + id + "/history")
                .then()
                .body("items.type", contains("market-research.updated", "market-research.created"));
        anna().delete("/v1/market-research/" + id).then().statusCode(204);
        anna().post("/v1/market-research/" + id + "/restore").then().statusCode(200);
    }

    @Test
    void isOfACustomerOrASegmentThatIsKnown() {
        anna().body("{\"name\":\"x\",\"researchedOn\":\"2026-03-15\",\"method\":\"DESK\"}")
                .post("/v1/market-research")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("market-research.of-nobody"));
        anna().body("{\"name\":\"x\",\"segment\":\"华东\",\"method\":\"DESK\"}")
                .post("/v1/market-research")
                .then()
                .statusCode(400);
        anna().body("""
                        {"name":"x","segment":"华东","researchedOn":"2026-03-15","method":"DESK","intelligence":[{}]}""")
                .post("/v1/market-research")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("intelligence[0].competitor"));
        anna().body(interview(customer("anna", false), UUID.randomUUID().toString()))
                .post("/v1/market-research")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
    }

    @Test
    void isReadByWhoeverSeesTheCustomer() {
        var competitor = competitor("Rival " + UUID.randomUUID());
        String id = anna().body(interview(customer("dora", false), competitor))
                .post("/v1/market-research")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var path = "/v1/market-research/" + id;
        as(Tokens.own("dora", PERMISSIONS)).get(path).then().statusCode(200);
        as(Tokens.own("dora", PERMISSIONS)).delete(path).then().statusCode(403);
        as(Tokens.own("eve", PERMISSIONS)).get(path).then().statusCode(404);
        as(Tokens.all("eve", "opportunity:read")).get(path).then().statusCode(403);
        anna().body("{\"owner\":\"eve\"}").post(path + "/assign").then().statusCode(200);
        as(Tokens.own("eve", PERMISSIONS)).get(path).then().statusCode(200);
    }

    @Test
    void keepsTheCustomerThatSomebodyElseHasSetMeanwhile() throws Exception {
        var customers = List.of(customer("anna", false), customer("anna", false));
        String id = anna().body(interview(customers.getLast(), competitor("Rival " + UUID.randomUUID())))
                .post("/v1/market-research")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var turn = 0; turn < 50; turn++) {
                var customer = customers.get(turn % 2).toString();
                Callable<Integer> another = () -> patch(id, "{\"conclusions\":\"%s\"}".formatted(UUID.randomUUID()));
                var patches = Stream.of(another, another, another, another)
                        .map(others::submit)
                        .toList();
                await().pollDelay(Duration.ZERO)
                        .until(() -> patch(id, "{\"customerId\":\"%s\"}".formatted(customer)) == 200);
                for (var each : patches) {
                    each.get();
                }
                anna().get("/v1/market-research/" + id).then().body("customerId", equalTo(customer));
            }
        }
    }

    private static int patch(String id, String fields) {
        return anna().contentType("application/merge-patch+json")
                .body(fields)
                .patch("/v1/market-research/" + id)
                .statusCode();
    }

    @Test
    void comesInByKeyAndInBatches() {
        var upsert = "/v1/market-research/by-external?source=survey&externalId=" + UUID.randomUUID();
        var body = "{\"name\":\"x\",\"segment\":\"华东\",\"researchedOn\":\"2026-03-15\",\"method\":\"SURVEY\"}";
        anna().body(body).put(upsert).then().statusCode(201);
        anna().body(body).put(upsert).then().statusCode(200).body("version", equalTo(1));
        anna().body("{\"items\":[{\"operation\":\"CREATE\",\"fields\":%s}]}".formatted(body))
                .post("/v1/market-research/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201));
        anna().get("/v1/market-research/changes").then().statusCode(200);
    }
}
