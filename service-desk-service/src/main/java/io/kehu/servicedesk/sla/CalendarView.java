package io.kehu.servicedesk.sla;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar as the API shows it; its special days are asked for by year. */
@Schema(description = "A business calendar 工作日历")
public record CalendarView(
        @Schema(examples = "CN") String key,
        @JsonUnwrapped CalendarFields calendar,
        Instant updatedAt,
        String updatedBy) {}
