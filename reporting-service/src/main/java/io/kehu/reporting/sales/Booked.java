package io.kehu.reporting.sales;

import io.kehu.reporting.Conditions;
import io.kehu.reporting.Period;
import io.kehu.reporting.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a period is told from balances: those from the turn of months or years that is nearest to its beginning up to the one that
 * is nearest to its end, and day by day what lies between these turns and the period's own ends.
 *
 * @param balances which of them
 * @param edges    the days that the balances lack or hold too much
 */
record Booked(Sql balances, List<Edge> edges) {

    private static final int MIDDLE = 15;
    private static final int JUNE = 6;

    /** @param times 1 to add closings of these days, -1 to take them back */
    record Edge(LocalDate from, LocalDate to, int times) {}

    static Booked byMonths(Period period) {
        return of(period, day -> day.withDayOfMonth(1).plusMonths(day.getDayOfMonth() > MIDDLE ? 1 : 0));
    }

    static Booked byYears(Period period) {
        return of(period, day -> day.withDayOfYear(1).plusYears(day.getMonthValue() > JUNE ? 1 : 0));
    }

    private static Booked of(Period period, UnaryOperator<LocalDate> turn) {
        var balances = new Conditions();
        var edges = new ArrayList<Edge>();
        if (period.from() != null) {
            var turned = turn.apply(period.from());
            balances.with(Sql.of("since >= ?", turned));
            edges.add(edge(period.from(), turned, 1));
        }
        if (period.to() != null) {
            var end = period.to().plusDays(1);
            var turned = turn.apply(end);
            balances.with(Sql.of("since < ?", turned));
            edges.add(edge(turned, end, 1));
        }
        return new Booked(
                balances.sql(),
                edges.stream().filter(edge -> !edge.from().equals(edge.to())).toList());
    }

    private static Edge edge(LocalDate from, LocalDate to, int times) {
        return from.isAfter(to) ? new Edge(to, from, -times) : new Edge(from, to, times);
    }

    /**
     * @param ofBalances the rows of {@code {balances}}
     * @param ofEdge     the same of closings between {@code {from}} and {@code {to}}, as often as {@code {times}} says
     */
    Sql rows(String ofBalances, String ofEdge) {
        return Stream.concat(
                        Stream.of(Sql.of(ofBalances, Map.of("balances", balances))),
                        edges.stream()
                                .map(edge -> Sql.of(
                                        ofEdge,
                                        Map.of(
                                                "from", edge.from(),
                                                "to", edge.to(),
                                                "times", Sql.of(Integer.toString(edge.times()))))))
                .reduce((one, other) -> Sql.of("{one} union all {other}", Map.of("one", one, "other", other)))
                .orElseThrow();
    }
}
