package io.kehu.reporting.funnel;

import io.kehu.reporting.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The turn of months (UTC) that is nearest to an instant: balances tell of all before the turn, so that only what lies between
 * it and the instant has to be read one by one.
 *
 * @param month   which begins with the turn
 * @param instant what lies before it is to be told
 */
record Turn(LocalDate month, Instant instant) {

    private static final int MIDDLE = 15;

    static Turn nearest(Instant instant) {
        var day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Turn(day.withDayOfMonth(1).plusMonths(day.getDayOfMonth() > MIDDLE ? 1 : 0), instant);
    }

    /**
     * What SQL refers to: {@code month}, {@code from} and {@code to} of what has to be read, and how often that counts, as
     * {@code more} if it adds to the balances and as {@code less} if it lessens them.
     */
    Map<String, Object> parts() {
        var turn = month.atStartOfDay(ZoneOffset.UTC).toInstant();
        var ahead = turn.isAfter(instant);
        var parts = new HashMap<String, Object>();
        parts.put("month", month);
        parts.put("from", ahead ? instant : turn);
        parts.put("to", ahead ? turn : instant);
        parts.put("more", Sql.of(ahead ? "-1" : "1"));
        parts.put("less", Sql.of(ahead ? "1" : "-1"));
        return parts;
    }
}
