package io.kehu.opportunity.pipeline;

import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.platform.problem.Invalid;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PipelineResourceTest {

    private static final String READER = "opportunity:read";

    @Inject
    PipelineRepository pipelines;

    @Test
    void showsTheShippedPipeline() {
        as(Tokens.own("anna", READER))
                .get("/v1/pipelines/STANDARD")
                .then()
                .statusCode(200)
                .body("chineseName", equalTo("标准销售流程"))
                .body(
                        "stages.code",
                        contains(
                                "INITIAL_CONTACT",
                                "NEEDS_ANALYSIS",
                                "SOLUTION_DEMO",
                                "QUOTATION",
                                "NEGOTIATION",
                                "WON",
                                "LOST"))
                .body("stages.probability", contains(10, 30, 50, 60, 80, 100, 0))
                .body("stages.kind", contains("OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "WON", "LOST"))
                .body("stages.chineseName", contains("初步接触", "需求分析", "方案演示", "报价", "谈判", "成交", "失败"))
                .body("stages[3].requiredFields", contains("customerId", "amount", "expectedCloseDate"))
                .body("stages[2].requiredFields", hasSize(0));
    }

    @Test
    void showsTemplatesThatGoOnAfterTheSale() {
        as(Tokens.own("anna", READER))
                .get("/v1/pipelines/CONSULTING")
                .then()
                .body("stages.chineseName", contains("线索", "需求分析", "方案报价", "合同谈判", "成交", "售后", "失败"))
                .body("stages[5].kind", equalTo("AFTER_SALES"))
                .body("version", equalTo(2));
        as(Tokens.own("anna", READER))
                .get("/v1/pipelines/SOLUTION")
                .then()
                .body("stages.chineseName", contains("初步接触", "需求分析", "方案制定", "报价", "合同签订", "售后服务", "失败"));
    }

    @Test
    void takesNoNewDealsByDefaultWhileTheStandardOneIsInactive() {
        QuarkusTransaction.begin();
        try {
            pipelines
                    .getEntityManager()
                    .createNativeQuery("insert into pipeline (code, version, name, chinese_name, active)"
                            + " values ('STANDARD', 999, 'Standard', '标准', false)")
                    .executeUpdate();
            assertThatThrownBy(() -> pipelines.forNewDeal(null, null)).isInstanceOf(Invalid.class);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void listsThem() {
        as(Tokens.own("anna", READER))
                .get("/v1/pipelines")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("CONSULTING", "SOLUTION", "STANDARD"));
        as(Tokens.own("anna", READER))
                .get("/v1/pipelines/NONE")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        as(Tokens.own("anna", "customer:read")).get("/v1/pipelines").then().statusCode(403);
        as(Tokens.own("anna", "customer:read"))
                .get("/v1/pipelines/STANDARD")
                .then()
                .statusCode(403);
    }
}
