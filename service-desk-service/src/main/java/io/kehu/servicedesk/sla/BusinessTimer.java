package io.kehu.servicedesk.sla;

import io.kehu.events.SlaState;
import io.kehu.platform.eventlog.Aggregate;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The time of a {@link SlaClock}: what is used up, and, while it runs, the moments known in advance at which it rings. */
@MappedSuperclass
abstract class BusinessTimer extends Aggregate<SlaState> {

    private Integer targetMinutes;
    private Instant runningSince;
    private Long usedMicros;
    private Instant dueAt;
    private int warnedPercent;
    private Instant nextAlarmAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Integer> warnings = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<SlaAlarm> alarms = List.of();

    protected BusinessTimer() {}

    protected BusinessTimer(String number) {
        super(number);
    }

    /** Sets a new timer, which does not run yet. */
    final void set(int minutes, Collection<Integer> warnAt) {
        targetMinutes = minutes;
        warnings = warnAt.stream().sorted().toList();
        usedMicros = 0L;
    }

    final void setTarget(int minutes) {
        targetMinutes = minutes;
    }

    /** Runs and will ring. */
    final void run(Instant now, BusinessHours hours) {
        runningSince = now;
        alarms = Stream.concat(warnings.stream().filter(percent -> percent > warnedPercent), Stream.of(SlaAlarm.DUE))
                .map(percent -> new SlaAlarm(percent, hours.after(now, left(percent))))
                .toList();
        dueAt = alarms.getLast().at();
        nextAlarmAt = alarms.getFirst().at();
    }

    /** Runs on, only to measure. */
    final void runSilently(Instant now) {
        runningSince = now;
    }

    final void stand(Instant now, BusinessHours hours) {
        usedMicros = used(now, hours).dividedBy(Duration.of(1, ChronoUnit.MICROS));
        runningSince = null;
        silence();
    }

    final void silence() {
        alarms = List.of();
        nextAlarmAt = null;
    }

    /** Nobody knows when it will be due. */
    final void forgetDue() {
        dueAt = null;
    }

    /** The last alarm that has passed. */
    final Optional<SlaAlarm> passed(Instant now) {
        return alarms.stream().filter(alarm -> !alarm.at().isAfter(now)).reduce((_, later) -> later);
    }

    final void warned(int percent) {
        warnedPercent = percent;
        alarms = alarms.stream().filter(alarm -> alarm.percent() > percent).toList();
        nextAlarmAt = alarms.getFirst().at();
    }

    /** What is left until so much is used up; less than nothing if it is already. */
    private Duration left(int percent) {
        return target().multipliedBy(percent).dividedBy(SlaAlarm.DUE).minus(usedBefore());
    }

    /** When it would be due if it ran by these hours. */
    final Instant dueBy(BusinessHours hours) {
        return hours.after(runningSince, left(SlaAlarm.DUE));
    }

    /** Runs by these hours since it was set last. */
    final void runAgain(BusinessHours hours) {
        run(runningSince, hours);
    }

    /** Working time used up to {@code now}. */
    final Duration used(Instant now, BusinessHours hours) {
        return runningSince == null ? usedBefore() : usedBefore().plus(hours.between(runningSince, now));
    }

    private Duration usedBefore() {
        return Duration.of(usedMicros, ChronoUnit.MICROS);
    }

    final Duration target() {
        return Duration.ofMinutes(targetMinutes);
    }

    final boolean promises(int minutes) {
        return Objects.equals(targetMinutes, minutes);
    }

    final Integer targetMinutes() {
        return targetMinutes;
    }

    final Integer usedMinutes() {
        return usedMicros == null ? null : (int) usedBefore().toMinutes();
    }

    final Instant dueAt() {
        return dueAt;
    }

    final int warnedPercent() {
        return warnedPercent;
    }
}
