package io.kehu.servicedesk.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to be judged by a score; what it is about names it, and the one about nothing in particular is about the whole. */
@Schema(description = "A question 问题 that is answered by a score")
public record Question(
        @Schema(
                description = "What it is about 维度: PRODUCT_QUALITY 产品质量, SERVICE_ATTITUDE 服务态度, RESPONSE_SPEED 响应速度,"
                        + " PRICE 价格, or a key of your own; the whole 总体评价 when left out",
                examples = "SERVICE_ATTITUDE")
        @Pattern(regexp = DIMENSION)
        String dimension,

        @Schema(description = "The question 问题文本") @NotNull @Valid
        LocalText text,

        @Schema(
                description =
                        "Whether it must be answered 必答; that about the whole always, others only if this says so")
        Boolean required) {

    /** What names a dimension. */
    public static final String DIMENSION = "[A-Z][A-Z0-9_]{0,49}";

    public Question {
        required = dimension == null || Boolean.TRUE.equals(required);
    }

    public boolean isOverall() {
        return dimension == null;
    }
}
