package io.kehu.reporting.forecast;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.Period;
import io.kehu.reporting.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What a forecast is asked for.
 *
 * @param at      the instant from which it looks ahead
 * @param past    whether that was asked for; else it is now
 * @param knownAt only what had been recorded by then counts; null for all
 */
record ForecastQuestion(Instant at, boolean past, Instant knownAt, ZoneId zone, DealParameters deals) {

    /** How far back history is learned from. */
    private static final int MONTHS_BACK = 36;

    /** Days at which months begin, from the earliest on, and limits before which a deal was opened that was of some age by then. */
    private static final String MONTHS = """
            select n as month, d.day, (d.day + interval '3 months')::date as beyond,
                   array(select (d.day - band + 1)::timestamp at time zone {zone} from unnest({bands}) band order by band desc)
                     as limits
              from generate_series(0, {monthsBack}) n
             cross join lateral (select ({earliestDay}::date + n * interval '1 month')::date) d (day)
            offset 0""";

    /** When they begin: among these, times find their months. */
    private static final String TURNS = """
            (select array_agg(({earliestDay}::date + n * interval '1 month') at time zone {zone} order by n)
               from generate_series(0, {monthsBack}) n)""";

    LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }

    /** Number of the month that it lies in, years counted as twelve. */
    int month() {
        return number(day());
    }

    static int number(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** The first day that history is learned from. */
    LocalDate earliest() {
        return day().withDayOfMonth(1).minusMonths(MONTHS_BACK);
    }

    /** Whether balances tell of just these months and deals. */
    boolean balanced() {
        return zone.getId().equals(Period.STORED_ZONE) && deals.ofGroupsAlone();
    }

    /** What the SQL of all its parts refers to. */
    Map<String, Object> parts() {
        var parts = new HashMap<String, Object>();
        parts.put("at", at);
        parts.put("day", day());
        parts.put("begun", day().withDayOfMonth(1).atStartOfDay(zone).toInstant());
        parts.put(
                "next", day().withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant());
        parts.put("nextDay", day().withDayOfMonth(1).plusMonths(1));
        parts.put("knownAt", knownAt);
        parts.put("zone", zone.getId());
        parts.put("present", month());
        parts.put("latest", number(at.minus(1, ChronoUnit.MICROS).atZone(zone).toLocalDate()));
        parts.put("earliest", month() - MONTHS_BACK);
        parts.put("earliestDay", earliest());
        parts.put("monthsBack", MONTHS_BACK);
        parts.put("begin", earliest().atStartOfDay(zone).toInstant());
        parts.put("bands", Sql.of(AgedStage.BANDS));
        parts.put("conditions", deals.conditionsOfToday());
        parts.put("facts", deals.conditionsOfFacts(at, knownAt));
        parts.put("closings", deals.ofClosings(Holder.CREDITED));
        parts.put("narrowed", deals.conditions("s.opportunity_id", "s.group_id"));
        parts.put("groups", deals.conditions("opportunity_id", "group_id"));
        parts.put("months", Sql.of(MONTHS, parts));
        parts.put("turns", Sql.of(TURNS, parts));
        return parts;
    }
}
