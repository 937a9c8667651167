package io.kehu.opportunity.idle;

import io.kehu.events.Origin;
import io.kehu.opportunity.Opportunity;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says of each open deal that nothing has happened with it for too long 商机停滞: once for each time that it is left alone, on one
 * replica at a time, and after a pause of the service for all that have become idle meanwhile.
 */
@ApplicationScoped
class IdleWatch {

    private static final String LEASE = "opportunity-idle";
    private static final Duration HELD = Duration.ofMinutes(9);

    private final IdleDeals deals;
    private final EventLog events;
    private final StepwiseWork work;
    private final int days;

    /** @param days for which deals may be left alone in a stage that does not say how long it expects them to stay */
    IdleWatch(
            IdleDeals deals,
            EventLog events,
            StepwiseWork work,
            @ConfigProperty(name = "kehu.opportunities.idle-days", defaultValue = "14") int days) {
        this.deals = deals;
        this.events = events;
        this.work = work;
        this.days = days;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        run(EventLog.now());
    }

    void run(Instant now) {
        Caller.system("idle-watch", Origin.TIMER).run(() -> work.inChunks(LEASE, HELD, () -> tellChunk(now)));
    }

    private boolean tellChunk(Instant now) {
        var changes = new ArrayList<Change>();
        deals.lockDue(now, days).forEach((deal, allowed) -> changes.add(idle(deal, allowed)));
        events.record(changes);
        return !changes.isEmpty();
    }

    private static Change idle(Opportunity deal, int allowed) {
        var since = deal.quietSince();
        return new Change(deal, deal.idleFor(allowed), since.plus(Duration.ofDays(allowed)), false);
    }
}
