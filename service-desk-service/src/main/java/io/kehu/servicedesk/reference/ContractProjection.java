package io.kehu.servicedesk.reference;

import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.servicedesk.survey.Occasions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what tickets need to know of contracts and products, and lets surveys hear of signings. */
@ApplicationScoped
class ContractProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;
    private final ContractTerms terms;
    private final Occasions occasions;

    ContractProjection(EventConsumer consumer, KnownRecords known, ContractTerms terms, Occasions occasions) {
        this.consumer = consumer;
        this.known = known;
        this.terms = terms;
        this.occasions = occasions;
    }

    @Incoming("kehu.contract.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, events -> {
            known.learn(events);
            terms.learn(events);
        });
        occasions.react(records);
    }
}
