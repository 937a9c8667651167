package io.kehu.servicedesk.sla;

import io.kehu.events.SlaEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.Change;
import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the clocks of one ticket in line with how it stands: which should run, stand still, end or be off follows from the
 * ticket alone, whatever it was that has been done to it.
 */
final class TicketClocks {

    private final TicketState ticket;
    private final SlaPolicy policy;
    private final BusinessHours hours;
    private final Instant now;
    private final TicketStatus status;
    private final List<SlaClock> clocks;
    private final List<Change> changes = new ArrayList<>();

    TicketClocks(TicketState ticket, List<SlaClock> clocks, SlaPolicy policy, BusinessHours hours, Instant now) {
        this.ticket = ticket;
        this.policy = policy;
        this.hours = hours;
        this.now = now;
        this.status = TicketStatus.valueOf(ticket.status());
        this.clocks = new ArrayList<>(clocks);
    }

    /** What has to be recorded for it. */
    List<Change> follow() {
        clocks.stream()
                .filter(SlaClock::active)
                .forEach(clock -> change(clock).ifPresent(event -> changes.add(Change.now(clock, event))));
        if (status.isOpen() && !ticket.deleted()) {
            start();
        }
        return changes;
    }

    List<SlaClock> clocks() {
        return clocks;
    }

    private Optional<SlaEvent> change(SlaClock clock) {
        if (ticket.deleted() || status.isDropped()) {
            return Optional.of(clock.cancel(now, hours));
        }
        if (isDone(clock.kind())) {
            return Optional.of(clock.end(now, hours));
        }
        if (!status.isOpen()) {
            return Optional.of(clock.cancel(now, hours));
        }
        var minutes = policy.minutes(clock.kind(), priority());
        if (minutes.isEmpty()) {
            return Optional.of(clock.cancel(now, hours));
        }
        return clock.promises(minutes.get())
                ? pausing(clock)
                : Optional.of(clock.reschedule(minutes.get(), now, hours));
    }

    private Optional<SlaEvent> pausing(SlaClock clock) {
        if (policy.pausesIn(status) == clock.paused()) {
            return Optional.empty();
        }
        return Optional.of(clock.paused() ? clock.resume(now, hours) : clock.pause(now, hours));
    }

    /** Only a public message of an agent is a response, and only a solution is one. */
    private boolean isDone(SlaKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> ticket.firstRespondedAt() != null;
            case NEXT_RESPONSE -> status.isOpen() && ticket.customerWaitingSince() == null;
            case RESOLUTION -> status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
        };
    }

    private void start() {
        if (ticket.firstRespondedAt() == null) {
            start(SlaKind.FIRST_RESPONSE, 1, ticket.openedAt());
        } else if (ticket.customerWaitingSince() != null
                && running(SlaKind.NEXT_RESPONSE).isEmpty()) {
            start(SlaKind.NEXT_RESPONSE, rounds(SlaKind.NEXT_RESPONSE) + 1, ticket.customerWaitingSince());
        }
        var again = ticket.reopenCount() > 0;
        start(SlaKind.RESOLUTION, ticket.reopenCount() + 1, again ? now : ticket.openedAt());
    }

    /** Starts a clock unless there has been one of this round. */
    private void start(SlaKind kind, int round, Instant at) {
        var known = clocks.stream().anyMatch(clock -> clock.kind() == kind && clock.round() == round);
        var minutes = policy.minutes(kind, priority());
        if (!known && minutes.isPresent()) {
            var clock = SlaClock.start(ticket, kind, round, minutes.get(), policy, at, hours);
            clocks.add(clock);
            changes.add(Change.now(clock, clock.started()));
        }
    }

    private Optional<SlaClock> running(SlaKind kind) {
        return clocks.stream()
                .filter(clock -> clock.kind() == kind && clock.active())
                .findFirst();
    }

    private int rounds(SlaKind kind) {
        return (int) clocks.stream().filter(clock -> clock.kind() == kind).count();
    }

    private Priority priority() {
        return Priority.valueOf(ticket.priority());
    }
}
