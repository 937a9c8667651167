package io.kehu.servicedesk.sla;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this service itself counts of its clocks. */
@Schema(description = "Number of clocks 服务级别计时统计 of the tickets that the caller may see")
public record SlaClockTotals(
        long count,
        Map<ClockStatus, Long> byStatus,

        @Schema(description = "Of those that have been judged 已有结论")
        Map<ClockVerdict, Long> byVerdict) {

    /** @param verdict null of clocks that have not been judged */
    record Part(ClockStatus status, ClockVerdict verdict, long count) {}

    static SlaClockTotals of(List<Part> parts) {
        var byStatus = new EnumMap<ClockStatus, Long>(ClockStatus.class);
        var byVerdict = new EnumMap<ClockVerdict, Long>(ClockVerdict.class);
        for (var part : parts) {
            byStatus.merge(part.status(), part.count(), Long::sum);
            if (part.verdict() != null) {
                byVerdict.merge(part.verdict(), part.count(), Long::sum);
            }
        }
        return new SlaClockTotals(parts.stream().mapToLong(Part::count).sum(), byStatus, byVerdict);
    }
}
