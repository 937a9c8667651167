package io.kehu.opportunity.campaign;

import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignExchangeTest {

    private static final String HEADINGS = "外部编号,活动名称,活动类型,开始日期,结束日期,预算,币种,描述\n";

    private final String source = "fairs-" + UUID.randomUUID();

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "campaign:read",
                "campaign:write",
                "campaign:import",
                "campaign:export",
                "lead:read",
                "lead:write",
                "lead:import",
                "lead:export",
                "pii:read"));
    }

    private JsonPath imported(String resource, String file) {
        String job = anna().contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/%s/imports".formatted(resource))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(job).jsonPath().getString("status").equals("COMPLETED"));
        return anna().get(job).jsonPath();
    }

    private JsonPath campaign(String key) {
        return anna().get("/v1/campaigns/by-external?externalId=%s&source=%s".formatted(key, source))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void comesInAndGoesOutByFile() {
        var rows = HEADINGS + "f1,上海工业展,EXHIBITION,2026-03-01,2026-03-03,100000,USD,=1+1\n"
                + "f2,研讨会,seminar,2026-05-02,2026-05-01,,,\n"
                + "f3,邮件,EMAIL,,,5000,,\n";
        var first = imported("campaigns", rows);
        assertThat(first.getInt("created")).isEqualTo(2);
        assertThat(first.getInt("rejected")).isEqualTo(1);
        assertThat(campaign("f1").getString("budget.currency")).isEqualTo("USD");
        assertThat(campaign("f1").getString("owner")).isEqualTo("anna");
        assertThat(campaign("f3").getString("budget.currency")).isEqualTo("CNY");
        assertThat(imported("campaigns", rows).getInt("unchanged")).isEqualTo(2);
        var changed = imported("campaigns", "外部编号,预算\nf3,6000\n");
        assertThat(changed.getInt("updated")).isEqualTo(1);
        assertThat(campaign("f3").getString("name")).isEqualTo("邮件");
        anna().accept("text/csv")
                .header("Accept-Language", "zh-CN")
                .get("/v1/campaigns?filter=name==上海工业展")
                .then()
                .statusCode(200)
                .body(containsString("活动状态"))
                .body(containsString("100000"))
                .body(containsString("'=1+1"));
    }

    @Test
    void isNamedByItsNumberInFilesOfLeads() {
        imported("campaigns", HEADINGS + "f1,上海工业展,EXHIBITION,,,,,\n");
        var number = campaign("f1").getString("number");
        var phone = "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        var file = "外部编号,线索名称,电话,来源渠道,市场活动\nk1,名片,%s,EXHIBITION,%s\nk2,名片,%s,EXHIBITION,M-none\n"
                .formatted(phone, number, phone);
        var first = imported("leads", file);
        assertThat(first.getInt("created")).isEqualTo(1);
        assertThat(first.getInt("rejected")).isEqualTo(1);
        var path = "/v1/leads/by-external?externalId=k1&source=" + source;
        anna().get(path).then().body("campaignId", equalTo(campaign("f1").getString("id")));
        assertThat(imported("leads", file).getInt("unchanged")).isEqualTo(1);
        imported("leads", "外部编号,评分\nk1,40\n");
        anna().get(path)
                .then()
                .body("score", equalTo(40))
                .body("campaignId", equalTo(campaign("f1").getString("id")));
        anna().accept("text/csv")
                .get("/v1/leads?filter=campaignId==" + campaign("f1").getString("id"))
                .then()
                .statusCode(200)
                .body(containsString(number));
        imported("leads", "外部编号,市场活动\nk1,\n");
        anna().get(path).then().body("campaignId", nullValue());
    }
}
