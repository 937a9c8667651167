package io.kehu.opportunity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chance of winning that somebody states in the place of the stage's. */
@Schema(description = "A chance of winning 赢率 in the place of the stage's, until the deal moves on")
public record StatedProbability(
        @Schema(description = "Percent", examples = "75") @Min(0) @Max(100)
        int percent,

        @Schema(description = "Why 原因", examples = "The budget is approved") @NotBlank @Size(max = 500)
        String reason) {}
