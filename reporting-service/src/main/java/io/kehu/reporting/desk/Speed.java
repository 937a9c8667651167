package io.kehu.reporting.desk;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How fast one thing was done that customers wait for. */
@Schema(
        name = "DeskSpeed",
        description = "How fast it was done, and what became of what was promised",
        requiredProperties = {"computed", "imported"})
public record Speed(
        @Schema(
                description =
                        "Tickets of which it was done in the period; absent for next responses, which tickets do not tell")
        Long tickets,

        @Schema(description = "Median of the hours from opening, around the clock 历时中位数")
        BigDecimal medianHours,

        @Schema(description = "Their 90th percentile") BigDecimal p90Hours,

        @Schema(description = "Judged by Kehu's own clocks") Kept computed,

        @Schema(description = "Verdicts of other systems, taken over with the past 导入的结论")
        Kept imported) {}
