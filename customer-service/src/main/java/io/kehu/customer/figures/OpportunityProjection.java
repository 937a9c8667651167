package io.kehu.customer.figures;

import io.kehu.events.CampaignState;
import io.kehu.events.Event;
import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what customers' figures need of opportunities, and which campaigns a customer may come from. */
@ApplicationScoped
class OpportunityProjection {

    private final EventConsumer consumer;
    private final CustomerFacts facts;
    private final KnownRecords known;

    OpportunityProjection(EventConsumer consumer, CustomerFacts facts, KnownRecords known) {
        this.consumer = consumer;
        this.facts = facts;
        this.known = known;
    }

    @Incoming("kehu.opportunity.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, this::learn);
    }

    private void learn(List<Event> events) {
        facts.learn(events);
        known.learn(events.stream()
                .filter(event -> event.state() instanceof CampaignState)
                .toList());
    }
}
