package io.kehu.opportunity.campaign;

import static io.kehu.opportunity.Neighbours.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignResourceTest {

    private static final String[] PERMISSIONS = {
        "campaign:read",
        "campaign:write",
        "campaign:delete",
        "campaign:admin",
        "lead:read",
        "lead:write",
        "lead:delete",
        "lead:admin",
        "opportunity:read",
        "opportunity:write"
    };

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private static RequestSpecification dora() {
        return as(Tokens.own("dora", PERMISSIONS));
    }

    private static String create() {
        return anna().body("""
                        {"name":"2026 上海工业展","type":"EXHIBITION","targetAudience":"华东制造业","startsOn":"2026-03-01",
                         "endsOn":"2026-03-03","budget":{"amount":"100000","currency":"CNY"}}""")
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String cost(String amount, String currency) {
        return """
                {"bookedOn":"2026-03-15","category":"展位费","amount":{"amount":"%s","currency":"%s"}}""".formatted(amount, currency);
    }

    @Test
    void goesItsWay() {
        var id = create();
        var path = "/v1/campaigns/" + id;
        anna().get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("owner", equalTo("anna"))
                .body("actualCost", nullValue());
        anna().get("/v1/campaigns?q=gongyezhan&filter=type==EXHIBITION;status==PLANNED&sort=-startsOn")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        anna().body("{\"status\":\"COMPLETED\"}").put(path + "/status").then().statusCode(409);
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"status\":\"COMPLETED\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"status\":\"CANCELLED\"}").put(path + "/status").then().statusCode(409);
        anna().contentType("application/merge-patch+json")
                .body("{\"endsOn\":\"2026-02-01\"}")
                .patch(path)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("campaign.ends-before"));
        anna().body("{\"name\":\"x\"}").post("/v1/campaigns").then().statusCode(400);
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("campaign.status-changed", "campaign.status-changed", "campaign.created"));
    }

    @Test
    void keepsTheBooks() {
        var path = "/v1/campaigns/" + create();
        anna().body(cost("3000.5", "CNY")).post(path + "/costs").then().statusCode(200);
        anna().body(cost("10", "CNY"))
                .post(path + "/costs")
                .then()
                .statusCode(200)
                .body("actualCost.amount", equalTo("3010.50"));
        anna().body(cost("10", "USD"))
                .post(path + "/costs")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("campaign.currency"));
        String second = anna().get(path + "/costs")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("items[1].id");
        anna().body(cost("20", "CNY"))
                .put(path + "/costs/" + second)
                .then()
                .statusCode(200)
                .body("actualCost.amount", equalTo("3020.50"));
        anna().body(cost("20", "CNY"))
                .put(path + "/costs/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        anna().contentType("application/merge-patch+json")
                .body("{\"budget\":{\"amount\":\"1\",\"currency\":\"USD\"}}")
                .patch(path)
                .then()
                .statusCode(422);
        anna().get(path + "/history")
                .then()
                .body(
                        "items.type",
                        contains(
                                "campaign.cost-booked",
                                "campaign.cost-booked",
                                "campaign.cost-booked",
                                "campaign.created"));
    }

    @Test
    void isNamedByLeadsAndDealsOfThoseWhoSeeIt() {
        var id = create();
        var lead = """
                {"name":"x","source":"FAIR","email":"%s@example.com","campaignId":"%s"}""".formatted(UUID.randomUUID(), id);
        var deal = "{\"name\":\"x\",\"campaignId\":\"%s\"}".formatted(id);
        dora().body(lead).post("/v1/leads").then().statusCode(422).body("errors[0].field", equalTo("campaignId"));
        dora().body(deal).post("/v1/opportunities").then().statusCode(422);
        anna().body("{\"access\":\"READ\"}")
                .put("/v1/campaigns/" + id + "/collaborators?principal=dora")
                .then()
                .statusCode(200);
        String kept = dora().body(lead)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String opened = dora().body(deal)
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().delete("/v1/campaigns/" + id + "/collaborators?principal=dora")
                .then()
                .statusCode(200);
        dora().contentType("application/merge-patch+json")
                .body("{\"score\":5}")
                .patch("/v1/leads/" + kept)
                .then()
                .statusCode(200);
        dora().contentType("application/merge-patch+json")
                .body("{\"name\":\"y\"}")
                .patch("/v1/opportunities/" + opened)
                .then()
                .statusCode(200);
        anna().delete("/v1/campaigns/" + id).then().statusCode(409).body("code", equalTo("campaign.in-use"));
        anna().body("{\"name\":\"f\",\"source\":\"WEBSITE\",\"campaignId\":\"%s\"}".formatted(UUID.randomUUID()))
                .put("/v1/lead-forms/of-a-campaign")
                .then()
                .statusCode(422);
    }

    @Test
    void isHiddenFromOthersAndComesBackFromTheRecycleBin() {
        var id = create();
        var path = "/v1/campaigns/" + id;
        dora().get(path).then().statusCode(404);
        dora().get(path + "/costs").then().statusCode(404);
        dora().get(path + "/members").then().statusCode(404);
        as(Tokens.all("eve", "lead:read")).get(path).then().statusCode(403);
        anna().header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        anna().delete(path).then().statusCode(204);
        anna().get(path).then().statusCode(404);
        anna().post(path + "/restore").then().statusCode(200);
        anna().body("{\"owner\":\"dora\"}").post(path + "/assign").then().statusCode(200);
        dora().get(path).then().statusCode(200).body("owner", equalTo("dora"));
    }

    @Test
    void comesInByKeyAndInBatchesWithTheCompanysOwnFields() {
        anna().body("{\"zh\":\"展位\",\"en\":\"Stand\",\"kind\":\"TEXT\"}")
                .put("/v1/campaigns/custom-fields/stand")
                .then()
                .statusCode(200);
        var upsert = "/v1/campaigns/by-external?source=fair&externalId=" + UUID.randomUUID();
        var body = "{\"name\":\"x\",\"type\":\"OTHER\",\"customFields\":{\"stand\":\"A7\"}}";
        String id =
                anna().body(body).put(upsert).then().statusCode(201).extract().path("id");
        anna().body(body).put(upsert).then().statusCode(200).body("version", equalTo(1));
        anna().get("/v1/campaigns?filter=custom.stand==A7").then().body("items.id", hasItem(id));
        String cursor = anna().get("/v1/campaigns/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        anna().body("""
                        {"items":[{"operation":"CREATE","fields":{"name":"b","type":"EMAIL"}},{"operation":"DELETE","id":"%s"}]}""".formatted(id))
                .post("/v1/campaigns/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 204));
        anna().queryParam("cursor", cursor).get("/v1/campaigns/changes").then().body("items.id", hasItem(id));
    }
}
