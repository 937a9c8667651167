package io.kehu.opportunity.reference;

import io.kehu.events.Event;
import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what deals need to know of customers and contacts. */
@ApplicationScoped
class CustomerProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;
    private final KnownCustomers customers;

    CustomerProjection(EventConsumer consumer, KnownRecords known, KnownCustomers customers) {
        this.consumer = consumer;
        this.known = known;
        this.customers = customers;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, this::learn);
    }

    private void learn(List<Event> events) {
        known.learn(events);
        customers.learn(events);
    }
}
