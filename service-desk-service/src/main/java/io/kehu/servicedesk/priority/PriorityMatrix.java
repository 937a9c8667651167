package io.kehu.servicedesk.priority;

import io.kehu.servicedesk.Level;
import io.kehu.servicedesk.Priority;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which priority follows from the impact and the urgency of a ticket. */
@Schema(
        description =
                "Which priority follows from impact and urgency 优先级矩阵; what a ticket does not tell counts as medium")
public record PriorityMatrix(
        @Schema(description = "Of high impact 影响范围大") @NotNull @Valid
        ByUrgency highImpact,

        @Schema(description = "Of medium impact 影响范围中") @NotNull @Valid
        ByUrgency mediumImpact,

        @Schema(description = "Of low impact 影响范围小") @NotNull @Valid
        ByUrgency lowImpact) {

    /** One line of it. */
    @Schema(name = "PriorityByUrgency", description = "Priorities 优先级 by urgency 紧急程度")
    public record ByUrgency(
            @NotNull Priority highUrgency,
            @NotNull Priority mediumUrgency,
            @NotNull Priority lowUrgency) {

        private Priority priority(Level urgency) {
            return switch (told(urgency)) {
                case HIGH -> highUrgency;
                case MEDIUM -> mediumUrgency;
                case LOW -> lowUrgency;
            };
        }
    }

    /** Null counts as medium. */
    public Priority priority(Level impact, Level urgency) {
        return switch (told(impact)) {
            case HIGH -> highImpact.priority(urgency);
            case MEDIUM -> mediumImpact.priority(urgency);
            case LOW -> lowImpact.priority(urgency);
        };
    }

    private static Level told(Level level) {
        return level == null ? Level.MEDIUM : level;
    }
}
