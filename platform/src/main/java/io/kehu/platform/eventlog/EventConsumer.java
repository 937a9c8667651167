package io.kehu.platform.eventlog;

import io.kehu.events.Event;
import io.kehu.events.EventHeaders;
import io.kehu.events.EventJson;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How services take events in. A batch is applied in one transaction; if that fails, one by one, so that a record that
 * cannot be processed goes to the dead letters alone. While the database is away everything waits.
 */
@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final DeadLetters deadLetters;
    private final Inbox inbox;

    EventConsumer(DeadLetters deadLetters, Inbox inbox) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
    }

    /** Feeds a read model: also replayed, repeated and historical events, which {@code projection} must bear. */
    public void project(ConsumerRecords<String, byte[]> records, Consumer<Event> projection) {
        projectAll(records, events -> events.forEach(projection));
    }

    /** The same for a read model that writes in bulk: it gets a batch at a time, and each event alone after a failure. */
    public void projectAll(ConsumerRecords<String, byte[]> records, Consumer<List<Event>> projection) {
        consume(records, projection);
    }

    /**
     * Feeds something that acts: {@code reaction} gets each event once however often it is delivered, in its own
     * transaction, and none that is imported past.
     */
    public void react(String name, ConsumerRecords<String, byte[]> records, Consumer<Event> reaction) {
        project(records, event -> {
            var metadata = event.metadata();
            if (!metadata.historical() && inbox.isNew(name, metadata.id())) {
                reaction.accept(event);
            }
        });
    }

    private void consume(ConsumerRecords<String, byte[]> records, Consumer<List<Event>> handler) {
        var batch = StreamSupport.stream(records.spliterator(), false).toList();
        Caller.system("events", Origin.AUTOMATION).run(() -> consume(batch, handler));
    }

    private void consume(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Event>> handler) {
        try {
            apply(batch, handler);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A batch of %d events failed and is taken one by one", batch.size());
            batch.forEach(message -> applyOne(message, handler));
        }
    }

    private void applyOne(ConsumerRecord<String, byte[]> message, Consumer<List<Event>> handler) {
        for (var wait = Duration.ofMillis(200); ; wait = wait.multipliedBy(2)) {
            try {
                apply(List.of(message), handler);
                return;
            } catch (RuntimeException e) {
                if (!passing(e)) {
                    deadLetters.add(message, e);
                    return;
                }
                LOG.warnf("Events wait for the database: %s", e.toString());
                pause(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
            }
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Event>> handler) {
        var request = Arc.container().requestContext();
        var owned = !request.isActive();
        if (owned) {
            request.activate();
        }
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(60)
                    .run(() -> handler.accept(
                            batch.stream().map(EventConsumer::read).toList()));
        } finally {
            if (owned) {
                request.terminate();
            }
        }
    }

    /** Whether the failure lies in the database's being away or busy, not in the event. */
    private static boolean passing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState() == null ? "08" : sql.getSQLState();
                if (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", e);
        }
    }

    private static Event read(ConsumerRecord<String, byte[]> message) {
        var metadata = EventHeaders.read(name -> {
            var header = message.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        });
        return EventJson.read(metadata, message.value());
    }
}
