package io.kehu.opportunity.reference;

import io.kehu.events.Event;
import io.kehu.events.ProductState;
import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what deals need to know of products; contracts, which come by the same topic, are passed over. */
@ApplicationScoped
class ProductProjection {

    private final EventConsumer consumer;
    private final KnownRecords known;
    private final KnownProducts products;

    ProductProjection(EventConsumer consumer, KnownRecords known, KnownProducts products) {
        this.consumer = consumer;
        this.known = known;
        this.products = products;
    }

    @Incoming("kehu.contract.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(
                records,
                events -> learn(events.stream()
                        .filter(event -> event.state() instanceof ProductState)
                        .toList()));
    }

    private void learn(List<Event> events) {
        known.learn(events);
        products.learn(events);
    }
}
