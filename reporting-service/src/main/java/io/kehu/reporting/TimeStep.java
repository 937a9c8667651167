package io.kehu.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Map;

/** The steps of time that a trend goes in; each step has a key such as {@code 2026-01-31}, {@code 2026-W05} or {@code 2026-Q1}. */
public enum TimeStep {
    DAY("YYYY-MM-DD"),
    /** Of ISO 8601, from Monday. */
    WEEK("IYYY-\"W\"IW"),
    MONTH("YYYY-MM"),
    QUARTER("YYYY-\"Q\"Q");

    private final String pattern;

    TimeStep(String pattern) {
        this.pattern = pattern;
    }

    /** The key of the step that {@code time}, an expression, falls into. */
    public Sql key(String time, Period period) {
        return Sql.of("to_char(%s at time zone {zone}, '%s')".formatted(time, pattern), Map.of("zone", period.zone()));
    }

    public LocalDate first(String key) {
        return switch (this) {
            case DAY -> LocalDate.parse(key);
            case WEEK -> LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            case MONTH -> YearMonth.parse(key).atDay(1);
            case QUARTER ->
                LocalDate.of(Integer.parseInt(key.substring(0, 4)), 1, 1)
                        .with(IsoFields.QUARTER_OF_YEAR, Long.parseLong(key.substring(6)));
        };
    }

    public Period days(String key, ZoneId timeZone) {
        var first = first(key);
        var next = switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
        };
        return new Period(first, next.minusDays(1), timeZone);
    }
}
