package io.kehu.servicedesk.survey;

import io.kehu.events.Event;
import io.kehu.events.Origin;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventConsumer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Asks for satisfaction once for each closing, and never about imported past. */
@ApplicationScoped
class ClosedTicketReaction {

    private final EventConsumer consumer;
    private final SurveyService surveys;

    ClosedTicketReaction(EventConsumer consumer, SurveyService surveys) {
        this.consumer = consumer;
        this.surveys = surveys;
    }

    @Incoming("kehu.service-desk.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumer.react("survey", records, this::on);
    }

    private void on(Event event) {
        if (event.data() instanceof TicketEvent.Closed && event.state() instanceof TicketState ticket) {
            var cause = event.metadata().id().toString();
            Caller.current().because(Origin.AUTOMATION, cause).run(() -> surveys.send(ticket));
        }
    }
}
