package io.kehu.reporting.desk;

import io.kehu.reporting.Interval;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the promises of one kind that were judged by the same. */
@Schema(
        name = "KeptPromises",
        description =
                "Service levels 服务级别 judged in the period: breached ones when they were due, others when they were kept",
        requiredProperties = {"met", "breached"})
public record Kept(
        @Schema(description = "Kept in time 达标") long met,

        @Schema(description = "Not kept in time, done by now or not 超时")
        long breached,

        @Schema(description = "met ÷ (met + breached), 0 to 1 达标率")
        BigDecimal hitRate,

        @Schema(description = "Of hitRate, 95 %, by Wilson") Interval interval,

        @Schema(
                description =
                        "Median of the business minutes that those done by now took 工作时间中位数; absent if nobody told")
        BigDecimal medianBusinessMinutes,

        @Schema(description = "Their 90th percentile") BigDecimal p90BusinessMinutes) {

    static final Kept NOTHING = of(0, 0, null, null);

    static Kept of(long met, long breached, BigDecimal median, BigDecimal p90) {
        return new Kept(
                met,
                breached,
                Shares.share(met, met + breached),
                Interval.ofShare(met, met + breached),
                Shares.rounded(median),
                Shares.rounded(p90));
    }
}
