package io.kehu.servicedesk.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Working time against a reference that looks at the clock on the wall, minute by minute. */
class BusinessHoursPropertyTest {

    private static final Instant EARLIEST = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MINUTES_OF_THREE_YEARS = 3 * 365 * 24 * 60;
    private static final int MINUTES_OF_FIVE_DAYS = 5 * 24 * 60;

    /** A working week with exceptions, and a moment, often near a change of the clocks. */
    record Case(
            ZoneId zone,
            Map<DayOfWeek, List<TimeRange>> week,
            Map<LocalDate, List<TimeRange>> exceptions,
            Instant start) {

        BusinessHours hours() {
            return new BusinessHours(zone, week, exceptions);
        }

        boolean open(Instant minute) {
            var local = minute.atZone(zone);
            var exception = exceptions.get(local.toLocalDate());
            var ranges = exception == null ? week.getOrDefault(local.getDayOfWeek(), List.of()) : exception;
            var time = "%02d:%02d".formatted(local.getHour(), local.getMinute());
            return ranges.stream()
                    .anyMatch(range -> range.from().compareTo(time) <= 0 && time.compareTo(range.to()) < 0);
        }

        int openMinutes(int length) {
            var count = 0;
            for (var minute = 0; minute < length; minute++) {
                count += open(start.plus(minute, ChronoUnit.MINUTES)) ? 1 : 0;
            }
            return count;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var zones = Arbitraries.of(
                        "Asia/Shanghai",
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Beirut",
                        "America/Santiago",
                        "Asia/Kathmandu",
                        "UTC")
                .map(ZoneId::of);
        return Combinators.combine(zones, weeks(), starts(), exceptions(), Arbitraries.of(true, false))
                .as((zone, week, start, exceptions, nearChange) -> {
                    var from = nearChange ? nearChange(zone, start) : start;
                    return new Case(zone, week, dated(zone, from, exceptions), from);
                });
    }

    private static Instant nearChange(ZoneId zone, Instant start) {
        var change = zone.getRules().nextTransition(start);
        return change == null
                ? start
                : change.getInstant().minus(start.getEpochSecond() / 60 % (2 * 24 * 60), ChronoUnit.MINUTES);
    }

    private static Arbitrary<Instant> starts() {
        return Arbitraries.integers()
                .between(0, MINUTES_OF_THREE_YEARS)
                .map(minute -> EARLIEST.plus(minute, ChronoUnit.MINUTES));
    }

    private static Arbitrary<List<TimeRange>> days() {
        var minutes = Arbitraries.integers().between(0, 24 * 60);
        return Combinators.combine(minutes, minutes)
                .as((one, other) -> range(Math.min(one, other), Math.max(one, other)))
                .filter(TimeRange::hasLength)
                .list()
                .ofMaxSize(4);
    }

    private static TimeRange range(int from, int to) {
        return new TimeRange("%02d:%02d".formatted(from / 60 % 24, from % 60), "%02d:%02d".formatted(to / 60, to % 60));
    }

    private static Arbitrary<Map<DayOfWeek, List<TimeRange>>> weeks() {
        return days().list().ofSize(7).map(days -> {
            var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
            for (var day : DayOfWeek.values()) {
                week.put(day, days.get(day.ordinal()));
            }
            return week;
        });
    }

    private static Arbitrary<Map<Integer, List<TimeRange>>> exceptions() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 5), days()).ofMaxSize(3);
    }

    private static Map<LocalDate, List<TimeRange>> dated(
            ZoneId zone, Instant start, Map<Integer, List<TimeRange>> days) {
        var dated = new HashMap<LocalDate, List<TimeRange>>();
        days.forEach((day, ranges) -> dated.put(LocalDate.ofInstant(start, zone).plusDays(day), ranges));
        return dated;
    }

    @Property(tries = 300)
    void countsTheMinutesThatTheClockOnTheWallShowsAsOpen(
            @ForAll("cases") Case given, @ForAll @IntRange(min = 0, max = MINUTES_OF_FIVE_DAYS) int length) {
        assertThat(given.hours().between(given.start(), given.start().plus(length, ChronoUnit.MINUTES)))
                .isEqualTo(Duration.ofMinutes(given.openMinutes(length)));
    }

    @Property(tries = 300)
    void isDueAtTheEndOfTheLastOpenMinute(
            @ForAll("cases") Case given, @ForAll @IntRange(min = 1, max = MINUTES_OF_FIVE_DAYS) int length) {
        var minutes = given.openMinutes(length);
        if (minutes == 0) {
            return;
        }
        var last = new ArrayList<Instant>();
        for (var minute = 0; minute < length; minute++) {
            var at = given.start().plus(minute, ChronoUnit.MINUTES);
            if (given.open(at)) {
                last.add(at);
            }
        }
        assertThat(given.hours().after(given.start(), Duration.ofMinutes(minutes)))
                .isEqualTo(last.getLast().plus(1, ChronoUnit.MINUTES));
    }

    @Property(tries = 500)
    void countsBackWhatItHasAddedToTheSecond(
            @ForAll("cases") Case given,
            @ForAll @IntRange(max = 59) int second,
            @ForAll @IntRange(min = 1, max = 400_000) int seconds) {
        var start = given.start().plusSeconds(second);
        var due = given.hours().after(start, Duration.ofSeconds(seconds));
        if (due.isBefore(start.plus(BusinessHours.HORIZON))) {
            assertThat(given.hours().between(start, due)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Property(tries = 500)
    void makesNoDifferenceToStandStillInBetween(
            @ForAll("cases") Case given,
            @ForAll @IntRange(max = 200_000) int one,
            @ForAll @IntRange(max = 200_000) int other) {
        var hours = given.hours();
        var between = hours.after(given.start(), Duration.ofSeconds(one));
        var due = hours.after(given.start(), Duration.ofSeconds(one + other));
        if (due.isBefore(given.start().plus(BusinessHours.HORIZON))) {
            assertThat(hours.after(between, Duration.ofSeconds(other))).isEqualTo(other == 0 ? between : due);
            assertThat(hours.between(given.start(), between).plus(hours.between(between, due)))
                    .isEqualTo(hours.between(given.start(), due));
        }
    }
}
