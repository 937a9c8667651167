package io.kehu.opportunity.research;

import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.opportunity.Neighbours;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Market research in files, and the company's own fields of it. */
@QuarkusTest
class ResearchExchangeTest {

    private static final String HEADINGS = "外部编号,调研主题,客户,细分市场,调研日期,调研方式,标签,需求,优先级,预算,竞争对手,竞品价格,价格币种,情报内容\n";

    private final String source = "survey-" + UUID.randomUUID();

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "competitor:read",
                "competitor:write",
                "competitor:import",
                "competitor:export",
                "competitor:admin"));
    }

    private JsonPath imported(String file) {
        String job = anna().contentType("multipart/form-data")
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/market-research/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(job).jsonPath(), each -> each.getString("finishedAt") != null);
    }

    private ValidatableResponse piece(String key) {
        return anna().get("/v1/market-research/by-external?externalId=%s&source=%s".formatted(key, source))
                .then()
                .statusCode(200);
    }

    @Test
    void hasARowForEachNeedAndEachCompetitor() {
        var customer = UUID.randomUUID();
        EventStream.send(Neighbours.customerEvent(customer, "Acme", "anna", false, 1, new ExternalId(source, "k1")));
        Neighbours.awaitKnown(EventFamily.CUSTOMER, customer);
        var rival = "Rival " + source;
        String competitor = anna().body("{\"name\":\"%s\"}".formatted(rival))
                .post("/v1/competitors")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var file = HEADINGS
                + "s1,华东访谈,k1,,2026-03-15,INTERVIEW,重点;制造,离线录入,HIGH,50000,%s,1200,USD,涨价\n".formatted(rival)
                + "s1,,,,,,,报表,LOW,,,,,\n"
                + "s2,案头研究,,华东,2026-03-16,DESK,,,,,没人认识,,,\n"
                + "s3,没有对手的情报,,华东,2026-03-16,DESK,,,,,,900,,\n";
        var job = imported(file);
        assertThat(job.getInt("created")).isEqualTo(2);
        piece("s1")
                .body("customerId", equalTo(customer.toString()))
                .body("owner", equalTo("anna"))
                .body("needs.text", contains("离线录入", "报表"))
                .body("needs[0].budget.amount", startsWith("50000"))
                .body("intelligence", hasSize(1))
                .body("intelligence[0].competitorId", equalTo(competitor))
                .body("intelligence[0].price.currency", equalTo("USD"));
        piece("s2")
                .body("intelligence[0].competitor", equalTo("没人认识"))
                .body("intelligence[0].competitorId", nullValue());
        anna().get("/v1/market-research?filter=tags==制造;customerId==" + customer)
                .then()
                .body("items", hasSize(1));
        anna().get("/v1/market-research/imports/" + job.getString("id") + "/errors")
                .then()
                .body(containsString("没有对手的情报"));
        var again = imported(file);
        assertThat(again.getInt("unchanged")).isEqualTo(2);

        var changed = imported("外部编号,结论\ns1,价格敏感\n");
        assertThat(changed.getInt("updated")).isEqualTo(1);
        piece("s1").body("conclusions", equalTo("价格敏感")).body("needs", hasSize(2));

        var exported = anna().accept("text/csv")
                .get("/v1/market-research?filter=customerId==" + customer)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var text = new String(exported, StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(3);
        assertThat(text).contains(rival, "报表", "制造;重点");
        assertThat(imported(text).getInt("unchanged")).isEqualTo(1);
    }

    @Test
    void hasFieldsOfTheCompanysOwn() {
        anna().body("{\"zh\":\"样本量\",\"en\":\"Sample size\",\"kind\":\"NUMBER\"}")
                .put("/v1/market-research/custom-fields/sampleSize")
                .then()
                .statusCode(200);
        imported("外部编号,调研主题,细分市场,调研日期,调研方式,自定义.样本量\nc1,问卷,华东,2026-03-15,SURVEY,120\n");
        piece("c1").body("customFields.sampleSize", equalTo(120));
        anna().get("/v1/market-research?filter=custom.sampleSize=ge=100;segment==华东&sort=-custom.sampleSize")
                .then()
                .statusCode(200);
        anna().body("""
                        {"name":"x","segment":"华东","researchedOn":"2026-03-15","method":"DESK",
                         "customFields":{"sampleSize":"viele"}}""")
                .post("/v1/market-research")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("customFields.sampleSize"));
    }
}
