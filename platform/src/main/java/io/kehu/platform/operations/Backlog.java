package io.kehu.platform.operations;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.eventlog.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** What waits in this service, measured every few seconds for metrics and health: a backlog is told, it stops no write. */
@ApplicationScoped
class Backlog {

    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final double OLD_SECONDS = 30;

    private final AgroalDataSource database;
    private final Relay relay;
    private volatile long outboxDepth;
    private volatile double outboxAgeSeconds;
    private volatile long deadLetters;

    Backlog(AgroalDataSource database, Relay relay, MeterRegistry metrics) {
        this.database = database;
        this.relay = relay;
        metrics.gauge("kehu.outbox.depth", this, backlog -> backlog.outboxDepth);
        metrics.gauge("kehu.outbox.age.seconds", this, backlog -> backlog.outboxAgeSeconds);
        metrics.gauge("kehu.dead.letters", this, backlog -> backlog.deadLetters);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select (select count(*) from (select 1 from outbox limit 100000) as waiting),
                               (select coalesce(extract(epoch from now() - e.recorded_at), 0)
                                  from outbox o join event e on e.id = o.event_id order by o.sequence limit 1),
                               (select count(*) from dead_letter)""");
                var row = statement.executeQuery()) {
            row.next();
            outboxDepth = row.getLong(1);
            outboxAgeSeconds = row.getDouble(2);
            deadLetters = row.getLong(3);
        } catch (SQLException e) {
            LOG.warnf("The backlog could not be measured: %s", e.toString());
        }
    }

    long outboxDepth() {
        return outboxDepth;
    }

    double outboxAgeSeconds() {
        return outboxAgeSeconds;
    }

    long deadLetters() {
        return deadLetters;
    }

    /** Why the service is degraded; empty while all is well. */
    List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (relay.trouble() != null) {
            reasons.add("events are not getting to Kafka");
        }
        if (outboxAgeSeconds > OLD_SECONDS) {
            reasons.add("the oldest event has waited for " + Math.round(outboxAgeSeconds) + " s");
        }
        if (deadLetters > 0) {
            reasons.add(deadLetters + " dead letters");
        }
        return reasons;
    }
}
