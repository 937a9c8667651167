package io.kehu.servicedesk.questionnaire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When those who have not answered are asked again. */
@Schema(description = "Reminders 催评")
public record Reminders(
        @Schema(description = "Days after the sending, and after each reminder 间隔天数", examples = "3")
        @NotNull
        @Min(1)
        @Max(90)
        Integer afterDays,

        @Schema(description = "How often at most 最多次数", examples = "2") @NotNull @Min(1) @Max(10)
        Integer atMost) {}
