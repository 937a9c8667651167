package io.kehu.servicedesk.reference;

import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what tickets need to know of customers and contacts. */
@ApplicationScoped
class CustomerProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;

    CustomerProjection(EventConsumer consumer, KnownRecords known) {
        this.consumer = consumer;
        this.known = known;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, known::learn);
    }
}
