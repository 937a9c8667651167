package io.kehu.servicedesk.visit;

import io.kehu.servicedesk.survey.SurveyAnswer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a call. */
@Schema(description = "What came of a return visit 回访结果")
public record CompleteVisit(
        @Schema(description = "What was said 回访结果", examples = "客户满意，无其他问题") @NotBlank @Size(max = 20_000)
        String result,

        @Schema(description = "The customer's answer 评价 to the survey of the visit, given by phone") @Valid
        SurveyAnswer answer) {}
