package io.kehu.contract;

import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What this service knows of customers and opportunities, which contracts refer to. */
@ApplicationScoped
class KnownRecordsProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;

    KnownRecordsProjection(EventConsumer consumer, KnownRecords known) {
        this.consumer = consumer;
        this.known = known;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void customers(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, known::learn);
    }

    @Incoming("kehu.opportunity.v1")
    @RunOnVirtualThread
    public void opportunities(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, known::learn);
    }
}
