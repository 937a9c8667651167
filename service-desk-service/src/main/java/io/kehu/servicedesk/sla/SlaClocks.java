package io.kehu.servicedesk.sla;

import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The clocks of tickets, as tickets change. */
@ApplicationScoped
public class SlaClocks {

    private final SlaClockRepository clocks;
    private final SlaPolicies policies;
    private final Calendars calendars;
    private final SlaFigures figures;

    SlaClocks(SlaClockRepository clocks, SlaPolicies policies, Calendars calendars, SlaFigures figures) {
        this.clocks = clocks;
        this.policies = policies;
        this.calendars = calendars;
        this.figures = figures;
    }

    /**
     * What follows for the clocks of a ticket.
     *
     * @param changes  to be recorded together with that of the ticket
     * @param met      whether all that was promised has been kept so far, null if nothing has been judged
     * @param standing how the ticket stands then
     */
    public record Following(List<Change> changes, Boolean met, SlaStanding standing) {

        static final Following NOTHING = new Following(List.of(), null, SlaStanding.NONE);
    }

    /** In the transaction of the change and before it is flushed; a ticket without a policy has none but that of its past. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Following follow(TicketState ticket) {
        if (ticket.slaPolicy() == null) {
            return ticket.deleted() || ticket.slaMet() != null
                    ? new Following(ofPast(List.of(ticket)), null, SlaStanding.NONE)
                    : Following.NOTHING;
        }
        var policy = policies.version(ticket.slaPolicy(), ticket.slaPolicyVersion());
        var hours = calendars.hours(policy.calendar());
        figures.lock(List.of(ticket.id()));
        var all = new TicketClocks(ticket, clocks.of(ticket.id()), policy, hours, EventLog.now());
        var changes = all.follow();
        return new Following(changes, met(all.clocks()), SlaStanding.of(all.clocks()));
    }

    /** After the changes have been recorded. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID ticketId, Following following) {
        if (!following.changes().isEmpty()) {
            figures.keep(Map.of(ticketId, following.standing()));
        }
    }

    private static Boolean met(List<SlaClock> all) {
        var verdicts = all.stream().map(SlaClock::verdict).toList();
        return verdicts.contains(ClockVerdict.BREACHED)
                ? Boolean.FALSE
                : verdicts.contains(ClockVerdict.MET) ? Boolean.TRUE : null;
    }

    /** As they are at the moment; whether the ticket may be seen has been judged. */
    @Transactional
    List<SlaClockView> views(UUID ticketId) {
        var now = EventLog.now();
        return clocks.of(ticketId).stream().map(clock -> view(clock, now)).toList();
    }

    SlaClockTotals totals() {
        return SlaClockTotals.of(clocks.countByStatusAndVerdict());
    }

    private SlaClockView view(SlaClock clock, Instant now) {
        var left = clock.targetMinutes() == null || !clock.active()
                ? null
                : clock.target()
                        .minus(clock.used(now, calendars.hours(clock.calendar())))
                        .toMinutes();
        return new SlaClockView(clock.state(), left, clock.lifespan());
    }

    /** Brings clocks in line with the verdicts that another system gave on these tickets; none stays where there is none any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Change> ofPast(Collection<TicketState> tickets) {
        var known = clocks.imported(tickets.stream().map(TicketState::id).toList()).stream()
                .collect(Collectors.toMap(SlaClock::ticketId, clock -> clock));
        var changes = new ArrayList<Change>();
        for (var ticket : tickets) {
            var clock = known.get(ticket.id());
            if (ticket.deleted() || ticket.slaMet() == null || ticket.slaPolicy() != null) {
                Optional.ofNullable(clock)
                        .flatMap(SlaClock::takeBack)
                        .ifPresent(event -> changes.add(Change.now(clock, event)));
            } else if (clock == null) {
                var imported = SlaClock.ofPast(ticket);
                changes.add(Change.past(imported, imported.imported(), ticket.resolvedAt()));
            } else {
                clock.judgeAnew(ticket).ifPresent(event -> changes.add(Change.past(clock, event, ticket.resolvedAt())));
            }
        }
        return changes;
    }
}
