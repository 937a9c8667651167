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

    /** A Monday, and the first day of a month and quarter. Whatever was before counts for the step before. */
    private static final LocalDate ORIGIN = LocalDate.of(1900, 1, 1);

    private static final LocalDate END = LocalDate.of(2200, 1, 1);

    private final String pattern;

    TimeStep(String pattern) {
        this.pattern = pattern;
    }

    /** The key of the step that {@code time}, an expression, falls into. */
    public Sql key(String time, Period period) {
        return Sql.of("to_char(%s at time zone {zone}, '%s')".formatted(time, pattern), Map.of("zone", period.zone()));
    }

    /**
     * The number of the step that {@code time}, an expression, falls into. To tell the date of a time in a zone costs more than
     * anything else that is done with a row, and so times are looked up among the beginnings of the steps, unless these are days.
     */
    public Sql number(String time, Period period) {
        var template = this == DAY
                ? "(%1$s at time zone {zone})::date - date '%2$s'"
                : "width_bucket(%1$s, array(select step at time zone {zone} from"
                        + " generate_series(timestamp '%2$s', timestamp '%3$s', interval '%4$s') step)) - 1";
        return Sql.of(template.formatted(time, ORIGIN, END, length()), Map.of("zone", period.zone()));
    }

    private java.time.Period length() {
        return switch (this) {
            case DAY -> java.time.Period.ofDays(1);
            case WEEK -> java.time.Period.ofWeeks(1);
            case MONTH -> java.time.Period.ofMonths(1);
            case QUARTER -> java.time.Period.ofMonths(3);
        };
    }

    /** The key of the step of this number. */
    public String key(int number) {
        var first = ORIGIN.plus(length().multipliedBy(number));
        return switch (this) {
            case DAY -> first.toString();
            case WEEK -> first.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
        };
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
        return new Period(first, first.plus(length()).minusDays(1), timeZone);
    }
}
