package io.kehu.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Map;

/** The steps of time that a trend goes in; each step has a key such as {@code 2026-01-31}, {@code 2026-W05} or {@code 2026-Q1}. */
public enum TimeStep {
    DAY,
    /** Of ISO 8601, from Monday. */
    WEEK,
    MONTH,
    /** Of the fiscal year, which is told by when it begins; so is the year. */
    QUARTER,
    YEAR;

    /** A Monday, and the first day of a month, quarter and year. Whatever was before counts for the step before. */
    private static final LocalDate ORIGIN = LocalDate.of(1900, 1, 1);

    private static final LocalDate END = LocalDate.of(2200, 1, 1);

    /**
     * The number of the step that {@code time}, an expression, falls into. To tell the date of a time in a zone costs more than
     * anything else that is done with a row, and so times are looked up among the beginnings of the steps, unless these are days.
     */
    public Sql number(String time, Period period) {
        var template = this == DAY
                ? "(%1$s at time zone {zone})::date - date '%2$s'"
                : "width_bucket(%1$s, array(select step at time zone {zone} from"
                        + " generate_series(timestamp '%2$s', timestamp '%3$s', interval '%4$s') step)) - 1";
        return Sql.of(
                template.formatted(time, ORIGIN.plusMonths(late(period)), END, length()),
                Map.of("zone", period.zone()));
    }

    private java.time.Period length() {
        return switch (this) {
            case DAY -> java.time.Period.ofDays(1);
            case WEEK -> java.time.Period.ofWeeks(1);
            case MONTH -> java.time.Period.ofMonths(1);
            case QUARTER -> java.time.Period.ofMonths(3);
            case YEAR -> java.time.Period.ofYears(1);
        };
    }

    /** By how many months it begins after the step of the calendar that is told alike. */
    private int late(Period period) {
        return this == QUARTER || this == YEAR ? period.monthsLate() : 0;
    }

    /** The key of the step of this number. */
    public String key(int number) {
        var first = ORIGIN.plus(length().multipliedBy(number));
        return switch (this) {
            case DAY -> first.toString();
            case WEEK -> first.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    public LocalDate first(String key, Period period) {
        var first = switch (this) {
            case DAY -> LocalDate.parse(key);
            case WEEK -> LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            case MONTH -> YearMonth.parse(key).atDay(1);
            case QUARTER ->
                LocalDate.of(Integer.parseInt(key.substring(0, 4)), 1, 1)
                        .with(IsoFields.QUARTER_OF_YEAR, Long.parseLong(key.substring(6)));
            case YEAR -> LocalDate.of(Integer.parseInt(key), 1, 1);
        };
        return first.plusMonths(late(period));
    }

    /** Those of one step of a period. */
    public Period days(String key, Period period) {
        var first = first(key, period);
        return new Period(first, first.plus(length()).minusDays(1), period.timeZone(), period.fiscalYearStart());
    }
}
