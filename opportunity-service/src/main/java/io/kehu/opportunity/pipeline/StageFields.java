package io.kehu.opportunity.pipeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stage as somebody writes it. */
@Schema(description = "A stage 销售阶段; its place in the list is its order")
public record StageFields(
        @Schema(examples = "QUOTATION") @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}")
        String code,

        @Schema(examples = "Quotation") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "报价") @NotBlank @Size(max = 100) String chineseName,

        @NotNull Stage.Kind kind,

        @Schema(description = "Chance of winning in percent 赢率") @Min(0) @Max(100)
        int probability,

        @Schema(description = "Fields that a deal needs to come in here 必填字段") @Size(max = 10)
        List<@NotNull @Pattern(regexp = FIELDS) String> requiredFields,

        @Schema(description = "Whether a deal may come in past the stages between 可跳过; true when left out")
        Boolean allowSkip,

        @Schema(description = "Whether a deal may come back from a later stage 可回退; true when left out")
        Boolean allowBack,

        @Schema(description = "Color to show it in 颜色", examples = "#2f80ed") @Size(max = 20)
        String color,

        @Schema(description = "Symbol to show it by 图标") @Size(max = 50)
        String symbol,

        @Schema(description = "Days that a deal is expected to stay 预计停留天数") @Min(0) @Max(3_650)
        Integer expectedDays,

        @Schema(description = "How far a forecast counts on it 预测类别")
        Stage.ForecastCategory forecastCategory) {

    /** What a stage can require. */
    static final String FIELDS =
            "customerId|amount|expectedCloseDate|source|campaignId|nextStep|description|lines|contacts|competitors";

    public StageFields {
        requiredFields = requiredFields == null ? List.of() : List.copyOf(requiredFields);
        allowSkip = allowSkip == null || allowSkip;
        allowBack = allowBack == null || allowBack;
    }

    static StageFields of(StageView view) {
        return new StageFields(
                view.code(),
                view.name(),
                view.chineseName(),
                view.kind(),
                view.probability(),
                view.requiredFields(),
                view.allowSkip(),
                view.allowBack(),
                view.color(),
                view.symbol(),
                view.expectedDays(),
                view.forecastCategory());
    }

    StageView at(int position) {
        return new StageView(
                code,
                name,
                chineseName,
                position,
                kind,
                probability,
                requiredFields,
                allowSkip,
                allowBack,
                color,
                symbol,
                expectedDays,
                forecastCategory);
    }
}
