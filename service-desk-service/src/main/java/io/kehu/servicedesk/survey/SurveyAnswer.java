package io.kehu.servicedesk.survey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer answered. */
@Schema(description = "A customer's answer 评价, 1 (very dissatisfied) to 5 (very satisfied)")
public record SurveyAnswer(
        @Schema(description = "Overall satisfaction 总体满意度", examples = "5") @NotNull @Min(1) @Max(5)
        Integer score,

        @Schema(
                description = "Satisfaction by dimension 分项评分",
                examples = "{\"SERVICE_ATTITUDE\":5,\"RESPONSE_SPEED\":4}")
        Map<Survey.Dimension, @NotNull @Min(1) @Max(5) Integer> scores,

        @Schema(description = "In the customer's words 评价内容") @Size(max = 5000)
        String comment) {}
