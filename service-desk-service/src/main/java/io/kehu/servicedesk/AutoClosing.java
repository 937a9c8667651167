package io.kehu.servicedesk;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Closes what has been resolved for as many days as its type says, on one replica at a time and in chunks that each commit alone. */
@ApplicationScoped
class AutoClosing {

    private static final String LEASE = "ticket-closing";
    private static final Duration HELD = Duration.ofMinutes(9);

    private final TicketRepository tickets;
    private final Tickets changes;
    private final StepwiseWork work;

    AutoClosing(TicketRepository tickets, Tickets changes, StepwiseWork work) {
        this.tickets = tickets;
        this.changes = changes;
        this.work = work;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void close() {
        run(EventLog.now());
    }

    void run(Instant now) {
        Caller.system("closing", Origin.TIMER).run(() -> work.inChunks(LEASE, HELD, () -> closeSome(now)));
    }

    private boolean closeSome(Instant now) {
        var due = tickets.lockClosing(now);
        due.forEach(ticket -> changes.record(ticket, ticket.close()));
        return !due.isEmpty();
    }
}
