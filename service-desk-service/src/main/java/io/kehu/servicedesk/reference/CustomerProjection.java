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
    private final CustomerLevels levels;

    CustomerProjection(EventConsumer consumer, KnownRecords known, CustomerLevels levels) {
        this.consumer = consumer;
        this.known = known;
        this.levels = levels;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, events -> {
            known.learn(events);
            levels.learn(events);
        });
    }
}
