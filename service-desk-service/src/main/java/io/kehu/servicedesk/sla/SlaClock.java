package io.kehu.servicedesk.sla;

import io.kehu.events.SlaEvent;
import io.kehu.events.SlaState;
import io.kehu.events.TicketState;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The clock of one promise to a customer. It is breached at the very moment when it was due, however late somebody notices:
 * the timer, or whoever does next what stops it.
 */
@Entity
class SlaClock extends Promise {

    @Enumerated(EnumType.STRING)
    private ClockStatus status;

    @Enumerated(EnumType.STRING)
    private ClockVerdict verdict;

    private Instant breachedAt;
    private Instant endedAt;

    protected SlaClock() {}

    private SlaClock(TicketState ticket, SlaKind kind, int round, ClockSource source, Instant startedAt) {
        super(ticket, kind, round, source, startedAt);
    }

    /** A clock that runs. */
    static SlaClock start(
            TicketState ticket,
            SlaKind kind,
            int round,
            int minutes,
            SlaPolicy policy,
            Instant at,
            BusinessHours hours) {
        var clock = new SlaClock(ticket, kind, round, ClockSource.COMPUTED, at);
        clock.under(ticket, policy);
        clock.set(minutes, policy.warnings());
        clock.status = ClockStatus.RUNNING;
        clock.run(at, hours);
        return clock;
    }

    /** The verdict of another system; when it was due there, nobody knows. */
    static SlaClock ofPast(TicketState ticket) {
        var clock = new SlaClock(ticket, SlaKind.RESOLUTION, 1, ClockSource.IMPORTED, ticket.openedAt());
        clock.judge(ticket);
        return clock;
    }

    private void judge(TicketState past) {
        restore();
        verdict = past.slaMet() ? ClockVerdict.MET : ClockVerdict.BREACHED;
        status = ClockStatus.ENDED;
        endedAt = past.resolvedAt();
    }

    /** Takes over what the other system says now; empty if it says the same. */
    Optional<SlaEvent> judgeAnew(TicketState past) {
        var before = state();
        judge(past);
        return before.equals(state()) ? Optional.empty() : Optional.of(imported());
    }

    /** The verdict is none any more; empty if it has been taken back before. */
    Optional<SlaEvent> takeBack() {
        if (deleted()) {
            return Optional.empty();
        }
        delete();
        return Optional.of(new SlaEvent.Deleted());
    }

    SlaEvent imported() {
        return new SlaEvent.Imported();
    }

    SlaEvent started() {
        return new SlaEvent.Started();
    }

    /** Stands still from {@code now} on. */
    SlaEvent pause(Instant now, BusinessHours hours) {
        return told(now, new SlaEvent.Paused(), () -> {
            stand(now, hours);
            status = ClockStatus.PAUSED;
            if (verdict == null) {
                forgetDue();
            }
        });
    }

    SlaEvent resume(Instant now, BusinessHours hours) {
        status = ClockStatus.RUNNING;
        runOn(now, hours);
        return new SlaEvent.Resumed();
    }

    private void runOn(Instant now, BusinessHours hours) {
        if (verdict == null) {
            run(now, hours);
        } else {
            runSilently(now);
        }
    }

    /** What was promised is done. */
    SlaEvent end(Instant now, BusinessHours hours) {
        var late = verdict != null;
        return told(now, late ? new SlaEvent.MetLate() : new SlaEvent.Met(), () -> {
            stop(ClockStatus.ENDED, now, hours);
            verdict = verdict == null ? ClockVerdict.MET : verdict;
        });
    }

    /** Nothing is promised any more. */
    SlaEvent cancel(Instant now, BusinessHours hours) {
        return told(now, new SlaEvent.Cancelled(), () -> stop(ClockStatus.CANCELLED, now, hours));
    }

    private void stop(ClockStatus newStatus, Instant now, BusinessHours hours) {
        stand(now, hours);
        status = newStatus;
        endedAt = now;
    }

    /** Something else is promised from now on, or by other hours; what has been used up stays used. */
    SlaEvent reschedule(int minutes, Instant now, BusinessHours hours) {
        return told(now, new SlaEvent.Rescheduled(targetMinutes(), minutes), () -> {
            setTarget(minutes);
            if (status == ClockStatus.RUNNING) {
                stand(now, hours);
                runOn(now, hours);
            }
        });
    }

    /** Is due when the calendar says so now; empty if it is no other time. */
    Optional<SlaEvent> followCalendar(Instant now, BusinessHours hours) {
        return dueBy(hours).equals(dueAt())
                ? Optional.empty()
                : Optional.of(told(now, new SlaEvent.Rescheduled(targetMinutes(), targetMinutes()), () -> {
                    if (verdict == null) {
                        runAgain(hours);
                    }
                }));
    }

    /** What a clock tells by itself, and when it was true. */
    record Rung(SlaEvent event, Instant at) {}

    /** The last of what it had to tell by {@code now}; warnings that are out of date are left out. */
    Optional<Rung> ring(Instant now) {
        return passed(now).map(alarm -> {
            if (alarm.percent() == SlaAlarm.DUE) {
                breach();
                return new Rung(new SlaEvent.Breached(breachedAt), breachedAt);
            }
            warned(alarm.percent());
            return new Rung(new SlaEvent.Warned(alarm.percent()), alarm.at());
        });
    }

    /** Whatever is done after a clock was due tells that it was, unless the timer has told it before. */
    private SlaEvent told(Instant now, SlaEvent event, Runnable change) {
        var overdue = verdict == null && dueAt() != null && !dueAt().isAfter(now);
        if (overdue) {
            breach();
        }
        change.run();
        return overdue ? new SlaEvent.Breached(breachedAt) : event;
    }

    private void breach() {
        verdict = ClockVerdict.BREACHED;
        breachedAt = dueAt();
        silence();
    }

    boolean active() {
        return status == ClockStatus.RUNNING || status == ClockStatus.PAUSED;
    }

    boolean paused() {
        return status == ClockStatus.PAUSED;
    }

    ClockVerdict verdict() {
        return verdict;
    }

    /** When it is due, while that is open; null if it stands still or has been judged. */
    Instant openDueAt() {
        return verdict == null && status == ClockStatus.RUNNING ? dueAt() : null;
    }

    @Override
    public SlaState state() {
        return new SlaState(
                id(),
                number(),
                null,
                null,
                null,
                externalIds(),
                ticketId(),
                kind().name(),
                round(),
                policy(),
                policyVersion(),
                calendar(),
                targetMinutes(),
                source().name(),
                status.name(),
                Objects.toString(verdict, null),
                startedAt(),
                dueAt(),
                breachedAt,
                endedAt,
                usedMinutes(),
                warnedPercent(),
                deleted());
    }
}
