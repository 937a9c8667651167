package io.kehu.opportunity.pipeline;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stage as the API shows it. */
@Schema(description = "A stage 销售阶段 of a pipeline")
public record StageView(
        @Schema(examples = "QUOTATION") String code,
        @Schema(examples = "Quotation") String name,
        @Schema(examples = "报价") String chineseName,

        @Schema(description = "Position in the pipeline, from 1")
        int order,

        Stage.Kind kind,

        @Schema(description = "Chance of winning in percent 赢率")
        int probability,

        @Schema(description = "Fields that a deal needs to come in here 必填字段")
        List<String> requiredFields,

        @Schema(description = "Whether a deal may come in past the stages between 可跳过")
        boolean allowSkip,

        @Schema(description = "Whether a deal may come back from a later stage 可回退")
        boolean allowBack,

        @Schema(description = "Color to show it in 颜色", examples = "#2f80ed")
        String color,

        @Schema(description = "Symbol to show it by 图标") String symbol,

        @Schema(description = "Days that a deal is expected to stay 预计停留天数")
        Integer expectedDays,

        @Schema(description = "How far a forecast counts on it 预测类别")
        Stage.ForecastCategory forecastCategory) {}
