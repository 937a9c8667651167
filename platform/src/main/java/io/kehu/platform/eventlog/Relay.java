package io.kehu.platform.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries events from the outbox to Kafka. It wakes in process after each commit and looks each second besides; whatever
 * fails is tried again, because a row leaves the outbox only after Kafka has acknowledged it.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Semaphore work = new Semaphore(0);
    private final OutboxDatabase database;
    private final EventProducer producer;
    private final boolean enabled;
    private volatile boolean stopped;
    private volatile String trouble;
    private Thread thread;

    Relay(
            OutboxDatabase database,
            EventProducer producer,
            @ConfigProperty(name = "kehu.relay.enabled", defaultValue = "true") boolean enabled) {
        this.database = database;
        this.producer = producer;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(1000) StartupEvent event) {
        if (enabled) {
            thread = Thread.ofVirtual().name("event-relay").start(this::carry);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    public void wake() {
        work.release();
    }

    /** Why events are not getting to Kafka at the moment, or null. */
    public String trouble() {
        return trouble;
    }

    private void carry() {
        while (!stopped) {
            try (var session = new RelaySession(database, producer)) {
                while (!stopped) {
                    if (session.carryBatch()) {
                        trouble = null;
                    } else {
                        trouble = session.trouble();
                        await();
                    }
                }
            } catch (SQLException | RuntimeException e) {
                trouble = e.toString();
                LOG.warnf("Events wait in the outbox: %s", e.toString());
                await();
            }
        }
    }

    private void await() {
        try {
            if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
