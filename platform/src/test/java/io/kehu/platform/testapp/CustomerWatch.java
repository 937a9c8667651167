package io.kehu.platform.testapp;

import io.kehu.events.Event;
import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes customers' events in as a projection and as a reaction, and fails where a test tells it to. */
@ApplicationScoped
public class CustomerWatch {

    /** Names of customers whose events cannot be processed. */
    public static final Set<String> POISON = ConcurrentHashMap.newKeySet();

    private final EventConsumer consumer;
    private final KnownRecords known;
    private final Notes notes;

    CustomerWatch(EventConsumer consumer, KnownRecords known, Notes notes) {
        this.consumer = consumer;
        this.known = known;
        this.notes = notes;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, this::learn);
        consumer.react("greeter", records, event -> notes.write("greeter", null, greeting(event), null));
    }

    private void learn(List<Event> events) {
        known.learn(events);
        for (var event : events) {
            if (POISON.contains(event.state().name())) {
                throw new IllegalStateException("cannot bear " + event.state().name());
            }
        }
    }

    public static String greeting(Event event) {
        return "hello " + event.metadata().id();
    }
}
