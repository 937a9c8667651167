package io.kehu.servicedesk.sla;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Moves the times at which running clocks are due after their calendar has changed, for instance by holidays announced late. */
@ApplicationScoped
class CalendarFollowing {

    private static final Logger LOG = Logger.getLogger(CalendarFollowing.class);
    private static final String LEASE = "calendar-following";

    private final Calendars calendars;
    private final SlaClockRepository clocks;
    private final SlaFigures figures;
    private final EventLog events;
    private final StepwiseWork stepwise;

    CalendarFollowing(
            Calendars calendars,
            SlaClockRepository clocks,
            SlaFigures figures,
            EventLog events,
            StepwiseWork stepwise) {
        this.calendars = calendars;
        this.clocks = clocks;
        this.figures = figures;
        this.events = events;
        this.stepwise = stepwise;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        stepwise.carryOut(
                LEASE,
                calendars.changed(),
                calendar -> Caller.system("calendar", Origin.TIMER).run(() -> follow(calendar)),
                (calendar, failure) -> LOG.warnf(
                        "The clocks of calendar %s do not follow it yet: %s", calendar.key(), failure.toString()));
    }

    private void follow(CalendarView calendar) {
        if (stepwise.goThrough(LEASE, position -> step(calendar.key(), position))) {
            calendars.followed(calendar);
        }
    }

    private UUID step(String calendar, UUID position) {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            var now = EventLog.now();
            var hours = calendars.hours(calendar);
            var tickets = clocks.ticketsBy(calendar, position, StepwiseWork.STEP);
            figures.lock(tickets);
            var changes = new ArrayList<Change>();
            for (var clock : clocks.runningBy(calendar, tickets)) {
                clock.followCalendar(now, hours).ifPresent(event -> changes.add(Change.now(clock, event)));
            }
            events.record(changes);
            figures.keep(clocks.standings(tickets));
            return tickets.size() < StepwiseWork.STEP ? null : tickets.getLast();
        });
    }
}
