package io.kehu.reporting.forecast;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** What the SQL of all its parts refers to. */
    Map<String, Object> parts() {
        var parts = new HashMap<String, Object>();
        parts.put("at", at);
        parts.put("knownAt", knownAt);
        parts.put("zone", zone.getId());
        parts.put("earliest", month() - MONTHS_BACK);
        parts.put(
                "begin",
                day().withDayOfMonth(1)
                        .minusMonths(MONTHS_BACK)
                        .atStartOfDay(zone)
                        .toInstant());
        parts.put("bands", Sql.of(Standing.BANDS));
        parts.put("conditions", deals.conditions(Holder.OWNER));
        return parts;
    }
}
