package io.kehu.servicedesk.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {

    private static final List<TimeRange> DAY =
            List.of(new TimeRange("13:30", "18:00"), new TimeRange("09:00", "12:00"));

    private static Map<DayOfWeek, List<TimeRange>> mondayToFriday() {
        var week = new EnumMap<DayOfWeek, List<TimeRange>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, day.getValue() <= 5 ? DAY : List.of());
        }
        return week;
    }

    private static BusinessHours shanghai(Map<LocalDate, List<TimeRange>> exceptions) {
        return new BusinessHours(ZoneId.of("Asia/Shanghai"), mondayToFriday(), exceptions);
    }

    @Test
    void standsStillAtLunchAndAtNight() {
        var hours = shanghai(Map.of());
        // Monday 23 November 2026, 11:00 in Shanghai
        var start = Instant.parse("2026-11-23T03:00:00Z");
        assertThat(hours.after(start, Duration.ofHours(2))).isEqualTo("2026-11-23T06:30:00Z");
        assertThat(hours.after(start, Duration.ofMinutes(330))).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(hours.after(start, Duration.ofMinutes(331))).isEqualTo("2026-11-24T01:01:00Z");
        assertThat(hours.between(start, Instant.parse("2026-11-30T03:00:00Z"))).isEqualTo(Duration.ofMinutes(5 * 450));
        assertThat(hours.between(start, start.minusSeconds(1))).isZero();
        assertThat(hours.after(start, Duration.ZERO)).isEqualTo(start);
    }

    @Test
    void leavesHolidaysOutAndCountsMakeUpWorkdays() {
        // 1 to 7 October 2026 are off, Saturday 10 October is worked
        var days = new java.util.HashMap<LocalDate, List<TimeRange>>();
        for (var day = 1; day <= 7; day++) {
            days.put(LocalDate.of(2026, 10, day), List.of());
        }
        days.put(LocalDate.of(2026, 10, 10), DAY);
        var wednesdayEvening = Instant.parse("2026-09-30T10:00:00Z");
        assertThat(shanghai(days).after(wednesdayEvening, Duration.ofMinutes(1)))
                .isEqualTo("2026-10-08T01:01:00Z");
        assertThat(shanghai(days).between(wednesdayEvening, Instant.parse("2026-10-11T16:00:00Z")))
                .isEqualTo(Duration.ofMinutes(3 * 450));
    }

    @Test
    void countsAnHourTwiceThatComesTwice() {
        var night = Map.of(DayOfWeek.SUNDAY, List.of(new TimeRange("00:00", "24:00")));
        var hours = new BusinessHours(ZoneId.of("Europe/Berlin"), night, Map.of());
        assertThat(hours.between(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-26T00:00:00Z")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(hours.between(Instant.parse("2026-03-28T22:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void isDueAtTheHorizonWhereNothingIsEverWorked() {
        var never = new BusinessHours(ZoneId.of("UTC"), Map.of(), Map.of());
        var start = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(never.after(start, Duration.ofMinutes(1))).isEqualTo(start.plus(BusinessHours.HORIZON));
    }
}
