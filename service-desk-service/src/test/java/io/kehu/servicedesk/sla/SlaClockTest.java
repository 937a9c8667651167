package io.kehu.servicedesk.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.SlaEvent;
import io.kehu.events.TicketState;
import io.kehu.testing.StateBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlaClockTest {

    /** Monday, 09:00 in Shanghai. */
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static final BusinessHours HOURS = new BusinessHours(
            ZoneId.of("Asia/Shanghai"), Map.of(DayOfWeek.MONDAY, List.of(new TimeRange("09:00", "17:00"))), Map.of());

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static SlaClock clock(int minutes) {
        var ticket = StateBuilder.of(TicketState.class)
                .with("id", UUID.randomUUID())
                .with("number", "T1")
                .with("slaPolicy", "gold")
                .with("slaPolicyVersion", 1)
                .build();
        var policy = new SlaPolicy(
                "Gold", 1, true, null, "CN", List.of(new SlaTarget(Set.of(), minutes, null, null)), null, null);
        return SlaClock.start(ticket, SlaKind.FIRST_RESPONSE, 1, minutes, policy, NINE, HOURS);
    }

    @Test
    void ringsAtHalfAtMostAndWhenItIsDue() {
        var clock = clock(100);
        assertThat(clock.state().dueAt()).isEqualTo(at(100));
        assertThat(clock.ring(at(50).minusMillis(1))).isEmpty();
        assertThat(clock.ring(at(50))).contains(new SlaClock.Rung(new SlaEvent.Warned(50), at(50)));
        assertThat(clock.ring(at(79))).isEmpty();
        assertThat(clock.ring(at(81))).contains(new SlaClock.Rung(new SlaEvent.Warned(80), at(80)));
        assertThat(clock.ring(at(101))).contains(new SlaClock.Rung(new SlaEvent.Breached(at(100)), at(100)));
        assertThat(clock.ring(at(1000))).isEmpty();
        assertThat(clock.state().verdict()).isEqualTo("BREACHED");
    }

    @Test
    void tellsAfterALongSilenceOnlyThatItWasBreachedAndWhen() {
        var clock = clock(100);
        assertThat(clock.ring(at(10_000))).contains(new SlaClock.Rung(new SlaEvent.Breached(at(100)), at(100)));
        assertThat(clock.ring(at(10_000))).isEmpty();
        assertThat(clock.end(at(120), HOURS)).isEqualTo(new SlaEvent.MetLate());
        assertThat(clock.state().usedMinutes()).isEqualTo(120);
        assertThat(clock.state().verdict()).isEqualTo("BREACHED");
    }

    @Test
    void isMetWhenItIsDoneInTime() {
        var clock = clock(100);
        assertThat(clock.end(at(99), HOURS)).isEqualTo(new SlaEvent.Met());
        assertThat(clock.state().verdict()).isEqualTo("MET");
        assertThat(clock.ring(at(500))).isEmpty();
    }

    @Test
    void isBreachedWhenItIsDoneTooLateEvenIfTheTimerHasNotNoticed() {
        var clock = clock(100);
        assertThat(clock.end(at(101), HOURS)).isEqualTo(new SlaEvent.Breached(at(100)));
        assertThat(clock.state().status()).isEqualTo("ENDED");
        assertThat(clock.state().breachedAt()).isEqualTo(at(100));
        assertThat(clock.ring(at(500))).isEmpty();
    }

    @Test
    void standsStillWhileItIsPausedAndMovesWhenItIsDue() {
        var clock = clock(100);
        clock.ring(at(50));
        assertThat(clock.pause(at(60), HOURS)).isEqualTo(new SlaEvent.Paused());
        assertThat(clock.state().dueAt()).isNull();
        assertThat(clock.ring(at(400))).isEmpty();
        assertThat(clock.resume(at(300), HOURS)).isEqualTo(new SlaEvent.Resumed());
        assertThat(clock.state().usedMinutes()).isEqualTo(60);
        assertThat(clock.state().dueAt()).isEqualTo(at(340));
        assertThat(clock.ring(at(320))).contains(new SlaClock.Rung(new SlaEvent.Warned(80), at(320)));
    }

    @Test
    void keepsWhatIsUsedWhenAnotherTimeIsPromised() {
        var clock = clock(100);
        assertThat(clock.reschedule(200, at(60), HOURS)).isEqualTo(new SlaEvent.Rescheduled(100, 200));
        assertThat(clock.state().dueAt()).isEqualTo(at(200));
        assertThat(clock.reschedule(30, at(70), HOURS)).isEqualTo(new SlaEvent.Rescheduled(200, 30));
        assertThat(clock.ring(at(70)))
                .hasValueSatisfying(rung -> assertThat(rung.at()).isEqualTo(at(70)));
        assertThat(clock.state().verdict()).isEqualTo("BREACHED");
    }

    @Test
    void goesOnToMeasureAfterItWasBreached() {
        var clock = clock(100);
        clock.ring(at(100));
        clock.pause(at(110), HOURS);
        clock.resume(at(200), HOURS);
        assertThat(clock.ring(at(400))).isEmpty();
        clock.end(at(220), HOURS);
        assertThat(clock.state().usedMinutes()).isEqualTo(130);
    }
}
