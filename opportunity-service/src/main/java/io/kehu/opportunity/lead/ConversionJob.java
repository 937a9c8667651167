package io.kehu.opportunity.lead;

import io.kehu.events.Origin;
import io.kehu.platform.operations.Leases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Goes on with conversions that a crash or an absent service has left in the middle, on one replica at a time. */
@ApplicationScoped
class ConversionJob {

    private static final Logger LOG = Logger.getLogger(ConversionJob.class);
    private static final String LEASE = "lead-conversions";
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;

    private final ConversionTable table;
    private final LeadConversions conversions;
    private final Leases leases;

    ConversionJob(ConversionTable table, LeadConversions conversions, Leases leases) {
        this.table = table;
        this.conversions = conversions;
        this.leases = leases;
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void resume() {
        if (!leases.hold(LEASE, HELD)) {
            return;
        }
        try {
            for (var leadId : QuarkusTransaction.requiringNew().call(() -> table.due(AT_ONCE))) {
                leases.hold(LEASE, HELD);
                var conversion = QuarkusTransaction.requiringNew()
                        .call(() -> table.find(leadId).orElseThrow());
                try {
                    conversions.resume(conversion, Origin.AUTOMATION);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "The conversion of lead %s has to wait", leadId);
                    QuarkusTransaction.requiringNew().run(() -> table.postpone(leadId));
                }
            }
        } finally {
            leases.release(LEASE);
        }
    }
}
