package io.kehu.servicedesk.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant FROM = Instant.parse("2026-01-20T00:00:00Z");

    @Test
    void asksSoManyDaysAfterTheLastTime() {
        var rhythm = new Rhythm(90, null, FROM, ZONE);
        assertThat(rhythm.askedBefore(Instant.parse("2026-05-01T08:00:00Z")))
                .contains(Instant.parse("2026-01-31T08:00:00Z"));
    }

    @Test
    void asksOnTheDayOfEachMonthAndTheLastOfAShorterOne() {
        var rhythm = new Rhythm(null, 31, FROM, ZONE);
        assertThat(rhythm.askedBefore(Instant.parse("2026-02-28T08:00:00Z")))
                .contains(Instant.parse("2026-02-27T16:00:00Z"));
        assertThat(rhythm.askedBefore(Instant.parse("2026-03-30T08:00:00Z")))
                .contains(Instant.parse("2026-02-27T16:00:00Z"));
        assertThat(rhythm.askedBefore(Instant.parse("2026-03-31T08:00:00Z")))
                .contains(Instant.parse("2026-03-30T16:00:00Z"));
    }

    @Test
    void makesUpForNoDayBeforeItsTime() {
        var rhythm = new Rhythm(null, 15, FROM, ZONE);
        assertThat(rhythm.askedBefore(Instant.parse("2026-02-14T08:00:00Z"))).isEmpty();
        assertThat(rhythm.askedBefore(Instant.parse("2026-02-15T08:00:00Z")))
                .contains(Instant.parse("2026-02-14T16:00:00Z"));
    }
}
