package io.kehu.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.reporting.Period;
import io.kehu.reporting.sales.Booked.Edge;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BookedTest {

    private static Period period(String from, String to) {
        return new Period(day(from), day(to), ZoneId.of("Asia/Shanghai"));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Edge edge(String from, String to, int times) {
        return new Edge(day(from), day(to), times);
    }

    @Test
    void takesWholeMonthsFromBalancesAlone() {
        var booked = Booked.byMonths(period("2026-01-01", "2026-03-31"));
        assertThat(booked.edges()).isEmpty();
        assertThat(booked.balances().values()).containsExactly(day("2026-01-01"), day("2026-04-01"));
    }

    @Test
    void addsOrTakesBackWhatLiesBeyondTheNearestTurns() {
        var booked = Booked.byMonths(period("2026-01-20", "2026-03-19"));
        assertThat(booked.balances().values()).containsExactly(day("2026-02-01"), day("2026-04-01"));
        assertThat(booked.edges())
                .containsExactly(edge("2026-01-20", "2026-02-01", 1), edge("2026-03-20", "2026-04-01", -1));
        assertThat(Booked.byMonths(period("2026-01-10", "2026-03-09")).edges())
                .containsExactly(edge("2026-01-01", "2026-01-10", -1), edge("2026-03-01", "2026-03-10", 1));
    }

    @Test
    void knowsPeriodsWithoutEnds() {
        assertThat(Booked.byYears(period(null, null)).edges()).isEmpty();
        assertThat(Booked.byYears(period(null, null)).balances().values()).isEmpty();
        assertThat(Booked.byYears(period("2025-11-01", null)).edges())
                .containsExactly(edge("2025-11-01", "2026-01-01", 1));
    }
}
