package io.kehu.activity.timeline;

import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What this service knows of the others: their part of the timeline, and whose their records are. */
@ApplicationScoped
class TimelineProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;
    private final TimelineStore store;

    TimelineProjection(EventConsumer consumer, KnownRecords known, TimelineStore store) {
        this.consumer = consumer;
        this.known = known;
        this.store = store;
    }

    @Incoming("kehu.customer.v1")
    @RunOnVirtualThread
    public void customers(ConsumerRecords<String, byte[]> records) {
        take(records);
    }

    @Incoming("kehu.opportunity.v1")
    @RunOnVirtualThread
    public void opportunities(ConsumerRecords<String, byte[]> records) {
        take(records);
    }

    @Incoming("kehu.service-desk.v1")
    @RunOnVirtualThread
    public void serviceDesk(ConsumerRecords<String, byte[]> records) {
        take(records);
    }

    @Incoming("kehu.contract.v1")
    @RunOnVirtualThread
    public void contracts(ConsumerRecords<String, byte[]> records) {
        take(records);
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, events -> {
            known.learn(events);
            store.take(events);
        });
    }
}
