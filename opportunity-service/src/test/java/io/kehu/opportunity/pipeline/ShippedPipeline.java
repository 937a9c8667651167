package io.kehu.opportunity.pipeline;

import java.util.List;

/** The pipeline as it is shipped, and a strict one, for tests without a database. */
public final class ShippedPipeline {

    private static final List<String> TERMS = List.of("customerId", "amount", "expectedCloseDate");

    public static final Pipeline PIPELINE = new Pipeline(
            Pipeline.STANDARD,
            "Standard pipeline",
            "标准销售流程",
            List.of(
                    stage("INITIAL_CONTACT", "Initial contact", "初步接触", 1, Stage.Kind.OPEN, 10, List.of()),
                    stage("NEEDS_ANALYSIS", "Needs analysis", "需求分析", 2, Stage.Kind.OPEN, 30, List.of()),
                    stage("QUOTATION", "Quotation", "报价", 3, Stage.Kind.OPEN, 60, TERMS),
                    stage("WON", "Won", "成交", 4, Stage.Kind.WON, 100, TERMS),
                    stage("LOST", "Lost", "失败", 5, Stage.Kind.LOST, 0, List.of()),
                    stage("INVALID", "Invalid", "无效", 6, Stage.Kind.INVALID, 0, List.of()),
                    stage("AFTER_SALES", "After sales", "售后", 7, Stage.Kind.AFTER_SALES, 100, List.of())));

    public static final Stage INITIAL_CONTACT = PIPELINE.stage("INITIAL_CONTACT");
    public static final Stage NEEDS_ANALYSIS = PIPELINE.stage("NEEDS_ANALYSIS");
    public static final Stage QUOTATION = PIPELINE.stage("QUOTATION");
    public static final Stage WON = PIPELINE.stage("WON");
    public static final Stage LOST = PIPELINE.stage("LOST");
    public static final Stage INVALID = PIPELINE.stage("INVALID");
    public static final Stage AFTER_SALES = PIPELINE.stage("AFTER_SALES");

    private ShippedPipeline() {}

    private static StageView stage(
            String code,
            String name,
            String chinese,
            int order,
            Stage.Kind kind,
            int probability,
            List<String> required) {
        return new StageView(
                code, name, chinese, order, kind, probability, required, true, true, null, null, null, null);
    }

    /** Three open stages that let nobody skip one or come back, then won and lost. */
    public static Pipeline strict() {
        return new Pipeline(
                "STRICT",
                "Strict",
                "严格",
                List.of(
                        strict("FIRST", 1, Stage.Kind.OPEN),
                        strict("SECOND", 2, Stage.Kind.OPEN),
                        strict("THIRD", 3, Stage.Kind.OPEN),
                        strict("WON", 4, Stage.Kind.WON),
                        strict("LOST", 5, Stage.Kind.LOST)));
    }

    private static StageView strict(String code, int order, Stage.Kind kind) {
        return new StageView(code, code, code, order, kind, 50, List.of(), false, false, null, null, null, null);
    }
}
