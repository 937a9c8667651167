package io.kehu.servicedesk.sla;

import io.kehu.servicedesk.Priority;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is promised to tickets of some priorities, in working minutes; nothing where a number is left out. */
@Schema(description = "What is promised 服务承诺, in working minutes 工作分钟; nothing where a number is left out")
public record SlaTarget(
        @Schema(description = "Priorities 优先级; every one when left out")
        Set<@NotNull Priority> priorities,

        @Schema(description = "First response 首次响应", examples = "30") @Min(1) @Max(SlaTarget.LONGEST)
        Integer firstResponseMinutes,

        @Schema(description = "Each further response 后续响应", examples = "120") @Min(1) @Max(SlaTarget.LONGEST)
        Integer nextResponseMinutes,

        @Schema(description = "Resolution 解决", examples = "960") @Min(1) @Max(SlaTarget.LONGEST)
        Integer resolutionMinutes) {

    /** A year of days and nights. */
    static final int LONGEST = 525_600;

    public SlaTarget {
        priorities = priorities == null ? Set.of() : Set.copyOf(priorities);
    }

    boolean fits(Priority priority) {
        return priorities.isEmpty() || priorities.contains(priority);
    }

    Optional<Integer> minutes(SlaKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case FIRST_RESPONSE -> firstResponseMinutes;
                    case NEXT_RESPONSE -> nextResponseMinutes;
                    case RESOLUTION -> resolutionMinutes;
                });
    }
}
