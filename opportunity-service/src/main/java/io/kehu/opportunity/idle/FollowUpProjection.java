package io.kehu.opportunity.idle;

import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps when deals were followed up last. */
@ApplicationScoped
class FollowUpProjection {

    private final EventConsumer consumer;
    private final FollowUps followUps;

    FollowUpProjection(EventConsumer consumer, FollowUps followUps) {
        this.consumer = consumer;
        this.followUps = followUps;
    }

    @Incoming("kehu.activity.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.projectAll(records, followUps::learn);
    }
}
