package io.kehu.reporting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days that a report is about. */
@Schema(description = "The days that the report is about 统计区间; open where a date is absent")
public record Period(
        @Schema(description = "First day") LocalDate from,
        @Schema(description = "Last day, inclusive") LocalDate to,

        @Schema(description = "Time zone of the days", implementation = String.class, examples = "Asia/Shanghai")
        ZoneId timeZone,

        @Schema(
                description =
                        "Month in which the fiscal year 财年 begins, which quarters and years are told of; 1 for January")
        int fiscalYearStart) {

    /** That the days and months of narrow rows and balances are of, in their SQL too. */
    public static final String STORED_ZONE = "Asia/Shanghai";

    /** With the calendar's years. */
    public Period(LocalDate from, LocalDate to, ZoneId timeZone) {
        this(from, to, timeZone, 1);
    }

    /** By how many months its years begin after those of the calendar. */
    @JsonIgnore
    public int monthsLate() {
        return fiscalYearStart - 1;
    }

    /** Whether {@code time}, an expression, falls into this period; what has no time falls only into an open one. */
    public Sql holds(String time) {
        var conditions = new ArrayList<Sql>();
        if (from != null) {
            conditions.add(Sql.of("%s >= {start}".formatted(time), Map.of("start", start())));
        }
        if (to != null) {
            conditions.add(Sql.of("%s < {end}".formatted(time), Map.of("end", end())));
        }
        return Sql.and(conditions);
    }

    /** The records whose {@code field} falls into this period. */
    public RecordList records(RecordList list, String field) {
        var begun = from == null ? list : list.where(field + "=ge=" + start());
        return to == null ? begun : begun.where(field + "=lt=" + end());
    }

    /**
     * Whether {@code opportunity o} was open when this period ended, or is now if that has no end. What is closed now but nobody
     * knows when is not told to have been open.
     */
    public Sql leavesOpen() {
        return to == null
                ? Sql.of("o.kind = 'OPEN'")
                : Sql.of("(o.opened_at < {end} and (o.kind = 'OPEN' or o.closed_at >= {end}))", Map.of("end", end()));
    }

    /** When its first day begins; null if it has none. */
    public Instant start() {
        return from == null ? null : from.atStartOfDay(timeZone).toInstant();
    }

    /** When its last day is over; null if it has none. */
    public Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(timeZone).toInstant();
    }

    /** Whether its days are those that narrow rows tell already. */
    public boolean ofStoredDays() {
        return zone().equals(STORED_ZONE);
    }

    @JsonIgnore
    public String zone() {
        return timeZone.getId();
    }
}
