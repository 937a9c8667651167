package io.kehu.opportunity.past;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Imports of deals that are not in the newest version of the standard pipeline. */
@QuarkusTest
class PipelineImportTest {

    private static final String ENTERED = "2020-05-04T00:00:00Z";

    private final String source = "crm-" + UUID.randomUUID();
    private final String code =
            "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    private JsonPath run(String... lines) {
        var mapping = "{\"timeZone\":\"UTC\",\"constants\":{\"externalSource\":\"%s\"}}".formatted(source);
        return OpportunityImportTest.run(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "upsert", mapping);
    }

    private ValidatableResponse deal(String externalId) {
        return anna().get("/v1/opportunities/by-external?source=" + source + "&externalId=" + externalId)
                .then()
                .statusCode(200);
    }

    private void define(String second) {
        as(Tokens.all("anna", "opportunity:admin"))
                .body("""
                        {"name":"Own","chineseName":"自有","stages":[
                          {"code":"FIRST_%1$s","name":"First","chineseName":"一","kind":"OPEN","probability":10},
                          {"code":"%2$s","name":"Second","chineseName":"二","kind":"OPEN","probability":50},
                          {"code":"WON","name":"Done","chineseName":"赢","kind":"WON","probability":100},
                          {"code":"LOST","name":"Lost","chineseName":"输","kind":"LOST","probability":0}]}""".formatted(code, second))
                .put("/v1/pipelines/" + code)
                .then()
                .statusCode(200);
    }

    @Test
    void leavesADealInItsPipelineUnlessTheRowNamesAnother() {
        assertThat(run(
                                "externalId,pipeline,stage,enteredAt.LEAD,enteredAt.NEEDS_ANALYSIS",
                                "K1,CONSULTING,LEAD,2020-05-04,",
                                "K2,咨询销售流程,需求分析,,2020-05-04")
                        .getInt("created"))
                .isEqualTo(2);
        deal("K1").body("stage.pipeline", equalTo("CONSULTING")).body("stageEnteredAt", equalTo(ENTERED));
        assertThat(run("externalId,nextStep", "K1,call", "K2,call").getInt("updated"))
                .isEqualTo(2);
        assertThat(run("externalId,stage,nextStep", "K1,LEAD,meet", "K2,NEEDS_ANALYSIS,meet")
                        .getInt("updated"))
                .isEqualTo(2);
        deal("K1")
                .body("nextStep", equalTo("meet"))
                .body("stage.pipeline", equalTo("CONSULTING"))
                .body("stage.code", equalTo("LEAD"))
                .body("stageEnteredAt", equalTo(ENTERED));
        deal("K2").body("stage.pipeline", equalTo("CONSULTING")).body("stageEnteredAt", equalTo(ENTERED));
        assertThat(run("externalId,pipeline,stage", "K2,SOLUTION,QUOTATION").getInt("updated"))
                .isEqualTo(1);
        deal("K2")
                .body("stage.pipeline", equalTo("SOLUTION"))
                .body("stage.code", equalTo("QUOTATION"))
                .body("stageEnteredAt", nullValue());
    }

    @Test
    void refusesWhatThePipelineOfARowDoesNotHave() {
        var job = run("externalId,pipeline,enteredAt.LEAD", "N1,NOWHERE,", "N2,SOLUTION,2020-05-04", "N3,,2020-05-04");
        assertThat(job.getInt("rejected")).isEqualTo(3);
        var errors = anna().get("/v1/opportunities/imports/" + job.getString("id") + "/errors")
                .asString();
        assertThat(errors).contains("NOWHERE", "SOLUTION_DESIGN", "SOLUTION_DEMO");
    }

    @Test
    void leavesADealInItsVersionAndKnowsTheStagesOfANewOne() {
        define("SECOND_" + code);
        var row = "V1,%1$s,SECOND_%1$s,2020-05-04".formatted(code);
        assertThat(run("externalId,pipeline,stage,enteredAt.SECOND_" + code, row)
                        .getInt("created"))
                .isEqualTo(1);
        define("MIDDLE_" + code);
        assertThat(run("externalId,pipeline,stage,nextStep", "V1,%1$s,SECOND_%1$s,call".formatted(code))
                        .getInt("updated"))
                .isEqualTo(1);
        deal("V1")
                .body("pipelineVersion", equalTo(1))
                .body("stage.code", equalTo("SECOND_" + code))
                .body("stageEnteredAt", equalTo(ENTERED));
        assertThat(run(
                                "externalId,pipeline,stage,enteredAt.MIDDLE_" + code,
                                "V2,%1$s,MIDDLE_%1$s,2020-05-04".formatted(code))
                        .getInt("created"))
                .isEqualTo(1);
        deal("V2").body("pipelineVersion", equalTo(2)).body("stageEnteredAt", equalTo(ENTERED));
    }

    @Test
    void takesSharesAndGivesThemBack() {
        var job = run(
                "externalId,业绩分配,source",
                "S1,li.lei=0.6;han.mei=0.40,%s".formatted(source),
                "S2,li.lei 60,%1$s".formatted(source),
                "S3,li.lei=0.6,%1$s".formatted(source));
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(2);
        deal("S1").body("split.username", contains("han.mei", "li.lei")).body("split.share", contains(0.4f, 0.6f));
        var file = as(Tokens.all("anna", "opportunity:read", "opportunity:export"))
                .accept("text/csv")
                .get("/v1/opportunities?filter=source==" + source)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file).contains("han.mei=0.4;li.lei=0.6");
        assertThat(run("externalId,split", "S1,li.lei=0.6;han.mei=0.4").getInt("unchanged"))
                .isEqualTo(1);
        anna().get("/v1/opportunities?filter=split.username==li.lei;source==" + source)
                .then()
                .body("items.source", contains(source));
    }
}
