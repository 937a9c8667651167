package io.kehu.servicedesk.sla;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Tells warnings and breaches each second. Every replica does, and a row lock lets each be told once; what comes late, after
 * all were down, still happened when it was due.
 */
@ApplicationScoped
class SlaTimer {

    private final SlaClockRepository clocks;
    private final SlaFigures figures;
    private final EventLog events;
    private final Timer lag;

    SlaTimer(SlaClockRepository clocks, SlaFigures figures, EventLog events, MeterRegistry metrics) {
        this.clocks = clocks;
        this.figures = figures;
        this.events = events;
        this.lag = metrics.timer("kehu.sla.timer.lag");
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        ring(EventLog.now());
    }

    void ring(Instant now) {
        Caller.system("sla", Origin.TIMER).run(() -> {
            var more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().timeout(60).call(() -> ringSome(now));
            }
        });
    }

    private boolean ringSome(Instant now) {
        var ringing = figures.lockRinging(now);
        var changes = new ArrayList<Change>();
        for (var clock : clocks.ringing(ringing, now)) {
            clock.ring(now).ifPresent(rung -> {
                changes.add(new Change(clock, rung.event(), rung.at(), false));
                lag.record(Duration.between(rung.at(), now));
            });
        }
        events.record(changes);
        figures.keep(clocks.standings(ringing));
        return !changes.isEmpty();
    }
}
