package io.kehu.opportunity.member;

import static io.kehu.opportunity.Neighbours.as;
import static io.kehu.opportunity.Neighbours.awaitKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.CampaignMemberEvent;
import io.kehu.events.CampaignMemberState;
import io.kehu.events.ContactEvent;
import io.kehu.events.ContactState;
import io.kehu.events.Context;
import io.kehu.events.EventFamily;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberResourceTest {

    private static final String[] PERMISSIONS = {
        "campaign:read", "campaign:write", "campaign:delete", "campaign:import", "lead:read", "lead:write"
    };

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", PERMISSIONS));
    }

    private static String campaign() {
        return anna().body("{\"name\":\"fair\",\"type\":\"EXHIBITION\"}")
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String lead() {
        return anna().body("{\"name\":\"x\",\"source\":\"FAIR\",\"email\":\"%s@example.com\"}"
                        .formatted(UUID.randomUUID()))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static UUID contact() {
        var id = UUID.randomUUID();
        var state = StateBuilder.of(ContactState.class)
                .with("id", id)
                .with("number", "P1")
                .with("owner", "anna")
                .build();
        EventStream.send(EventStream.event(new ContactEvent.Created(), state, 1));
        awaitKnown(EventFamily.CONTACT, id);
        return id;
    }

    private static String add(String path, String lead) {
        return anna().body("{\"leadId\":\"%s\"}".formatted(lead))
                .post(path)
                .then()
                .statusCode(201)
                .body("status", equalTo("INVITED"))
                .body("invitedAt", notNullValue())
                .extract()
                .path("id");
    }

    @Test
    void goesFromTheInvitationToAnAnswer() {
        var campaign = campaign();
        var path = "/v1/campaigns/" + campaign + "/members";
        var id = add(path, lead());
        anna().contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"attendedAt\":\"2026-03-01T02:00:00Z\"}")
                .patch(path + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ATTENDED"));
        anna().contentType("application/merge-patch+json")
                .body("{\"respondedAt\":\"2026-03-02T02:00:00Z\",\"remark\":\"wants a demo\"}")
                .patch(path + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("RESPONDED"));
        anna().contentType("application/merge-patch+json")
                .body("{\"respondedAt\":\"2999-01-01T00:00:00Z\"}")
                .patch(path + "/" + id)
                .then()
                .statusCode(422);
        anna().get(path + "/" + id + "/history")
                .then()
                .body(
                        "items.type",
                        contains("campaign-member.responded", "campaign-member.updated", "campaign-member.added"));
        anna().get("/v1/campaigns/" + campaign).then().body("version", equalTo(1));
        var events = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> EventStream.read(Context.OPPORTUNITY.topic(), UUID.fromString(id)),
                        all -> all.size() == 3);
        assertThat(events.getLast().data()).isInstanceOf(CampaignMemberEvent.Responded.class);
        assertThat(((CampaignMemberState) events.getLast().state()).campaignId())
                .isEqualTo(UUID.fromString(campaign));
    }

    @Test
    void isALeadOrAContactOnce() {
        var path = "/v1/campaigns/" + campaign() + "/members";
        var lead = lead();
        var id = add(path, lead);
        anna().body("{\"leadId\":\"%s\"}".formatted(lead))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign-member.twice"));
        anna().body("{\"contactId\":\"%s\"}".formatted(contact()))
                .post(path)
                .then()
                .statusCode(201);
        anna().body("{}").post(path).then().statusCode(422);
        anna().body("{\"leadId\":\"%s\"}".formatted(UUID.randomUUID()))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
        anna().contentType("application/merge-patch+json")
                .body("{\"leadId\":\"%s\"}".formatted(lead()))
                .patch(path + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("campaign-member.stays"));
        anna().delete(path + "/" + id).then().statusCode(204);
        add(path, lead);
    }

    @Test
    void comesInBatchesAndIsListedByHowFarItHasCome() {
        var path = "/v1/campaigns/" + campaign() + "/members";
        anna().body("""
                        {"items":[{"operation":"CREATE","fields":{"leadId":"%s"}},
                         {"operation":"CREATE","fields":{"leadId":"%s","attendedAt":"2026-03-01T00:00:00Z"}},
                         {"operation":"CREATE","fields":{"leadId":"%s"}}]}""".formatted(lead(), lead(), UUID.randomUUID()))
                .post(path + "/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 201, 422));
        add("/v1/campaigns/" + campaign() + "/members", lead());
        String next = anna().get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.status", contains("ATTENDED"))
                .extract()
                .path("nextCursor");
        anna().queryParam("cursor", next)
                .get(path + "?limit=1")
                .then()
                .body("items.status", contains("INVITED"))
                .body("nextCursor", nullValue());
        anna().get(path + "?status=ATTENDED").then().body("items", hasSize(1));
    }

    @Test
    void isJudgedByItsCampaign() {
        var campaign = campaign();
        var path = "/v1/campaigns/" + campaign + "/members";
        var id = add(path, lead());
        var dora = Tokens.own("dora", PERMISSIONS);
        as(dora).get(path + "/" + id).then().statusCode(404);
        as(dora).body("{}").post(path).then().statusCode(404);
        anna().body("{\"access\":\"READ\"}")
                .put("/v1/campaigns/" + campaign + "/collaborators?principal=dora")
                .then()
                .statusCode(200);
        as(dora).get(path + "/" + id).then().statusCode(200);
        as(dora).body("{}").post(path).then().statusCode(403);
        as(dora).delete(path + "/" + id).then().statusCode(403);
        anna().get("/v1/campaigns/" + campaign() + "/members/" + id).then().statusCode(404);
        anna().body("{\"status\":\"CANCELLED\"}")
                .put("/v1/campaigns/" + campaign + "/status")
                .then()
                .statusCode(200);
        anna().body("{\"leadId\":\"%s\"}".formatted(lead()))
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("campaign.cancelled"));
    }

    @Test
    void comesInByFileFromACampaignThatMayBeChanged() {
        var campaign = campaign();
        String number = anna().get("/v1/campaigns/" + campaign).path("number");
        String lead = anna().get("/v1/leads/" + lead()).path("number");
        var file = "外部编号,市场活动,线索,参加时间\nm1,%s,%s,2026-03-01 09:00\nm2,%s,L0,\nm3,M0,%s,\nm4,%s,%s,\n"
                .formatted(number, lead, number, lead, number, lead);
        var source = "fair-" + UUID.randomUUID();
        imported(Tokens.all("anna", PERMISSIONS), source, file)
                .then()
                .body("created", equalTo(1))
                .body("rejected", equalTo(3));
        anna().get("/v1/campaigns/" + campaign + "/members")
                .then()
                .body("items.status", contains("ATTENDED"))
                .body("items[0].externalIds[0].externalId", equalTo("m1"));
        var answer = "外部编号,响应时间\nm1,2026-03-02 09:00\n";
        imported(Tokens.own("dora", PERMISSIONS), source, answer).then().body("rejected", equalTo(1));
        imported(Tokens.all("anna", PERMISSIONS), source, answer).then().body("updated", equalTo(1));
        anna().get("/v1/campaigns/" + campaign + "/members").then().body("items.status", contains("RESPONDED"));
    }

    private static Response imported(String uploader, String source, String file) {
        String job = as(uploader)
                .contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/campaign-members/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        as(uploader).get(job).jsonPath().getString("status").equals("COMPLETED"));
        return as(uploader).get(job);
    }
}
