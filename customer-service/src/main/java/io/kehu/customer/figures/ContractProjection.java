package io.kehu.customer.figures;

import io.kehu.customer.Customers;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what customers' figures need of contracts, and makes a customer active when one is signed. */
@ApplicationScoped
class ContractProjection {

    private final EventConsumer consumer;
    private final CustomerFacts facts;
    private final Customers customers;

    ContractProjection(EventConsumer consumer, CustomerFacts facts, Customers customers) {
        this.consumer = consumer;
        this.facts = facts;
        this.customers = customers;
    }

    @Incoming("kehu.contract.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, facts::learn);
        consumer.react("lifecycle", records, this::on);
    }

    private void on(Event event) {
        if (event.data() instanceof ContractEvent.Signed
                && event.state() instanceof ContractState contract
                && contract.customerId() != null) {
            var cause = event.metadata().id().toString();
            Caller.current()
                    .because(Origin.AUTOMATION, cause)
                    .run(() -> customers.dealMade(contract.customerId(), contract.number()));
        }
    }
}
