package io.kehu.servicedesk.sla;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When work is done on some days of the week. */
@Schema(description = "Working hours 工作时间 of some days of the week")
public record OpenHours(
        @Schema(description = "Days of the week 星期", examples = "[\"MONDAY\",\"TUESDAY\"]") @NotEmpty
        Set<@NotNull DayOfWeek> days,

        @Schema(description = "Stretches 时段 of each of these days, several with breaks between them")
        @NotEmpty
        @Size(max = 10)
        List<@NotNull @Valid TimeRange> ranges) {}
