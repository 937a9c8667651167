package io.kehu.customer.figures;

import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what customers' figures need of opportunities. */
@ApplicationScoped
class OpportunityProjection {

    private final EventConsumer consumer;
    private final CustomerFacts facts;

    OpportunityProjection(EventConsumer consumer, CustomerFacts facts) {
        this.consumer = consumer;
        this.facts = facts;
    }

    @Incoming("kehu.opportunity.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, facts::learn);
    }
}
