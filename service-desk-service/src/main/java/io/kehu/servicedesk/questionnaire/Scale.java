package io.kehu.servicedesk.questionnaire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which score to which an answer may go. */
@Schema(description = "A scale 评分范围, both ends included")
public record Scale(
        @Schema(examples = "1") @NotNull @Min(0) @Max(1) Integer lowest,
        @Schema(examples = "5") @NotNull @Min(2) @Max(10) Integer highest) {

    public boolean has(int score) {
        return score >= lowest && score <= highest;
    }
}
