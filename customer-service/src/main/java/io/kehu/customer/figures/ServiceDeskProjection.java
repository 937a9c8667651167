package io.kehu.customer.figures;

import io.kehu.customer.lifecycle.FeedbackRule;
import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what customers' figures need of tickets and surveys, and hears of customers who are not satisfied. */
@ApplicationScoped
class ServiceDeskProjection {

    private final EventConsumer consumer;
    private final CustomerFacts facts;
    private final FeedbackRule feedback;

    ServiceDeskProjection(EventConsumer consumer, CustomerFacts facts, FeedbackRule feedback) {
        this.consumer = consumer;
        this.facts = facts;
        this.feedback = feedback;
    }

    @Incoming("kehu.service-desk.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, facts::learn);
        consumer.react("lifecycle", records, feedback::on);
    }
}
