package io.kehu.servicedesk.survey;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.Origin;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventConsumer;
import io.kehu.platform.reference.KnownRecords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Asks for satisfaction once for each closing and signing, and tells once of each low answer; never of imported past. */
@ApplicationScoped
public class Occasions {

    private static final String REACTION = "survey";

    private final EventConsumer consumer;
    private final Sending sending;
    private final Detractors detractors;
    private final KnownRecords known;

    Occasions(EventConsumer consumer, Sending sending, Detractors detractors, KnownRecords known) {
        this.consumer = consumer;
        this.sending = sending;
        this.detractors = detractors;
        this.known = known;
    }

    @Incoming("kehu.service-desk.v1")
    @RunOnVirtualThread
    public void consume(ConsumerRecords<String, byte[]> records) {
        react(records);
    }

    /** For topics that another consumer of this service takes in. */
    public void react(ConsumerRecords<String, byte[]> records) {
        consumer.react(REACTION, records, this::on);
    }

    private void on(Event event) {
        if (event.data() instanceof TicketEvent.Closed && event.state() instanceof TicketState ticket) {
            because(
                    event,
                    () -> sending.ask(
                            Subject.of(ticket, known.standingFor(EventFamily.CUSTOMER, ticket.customerId()))));
        } else if (event.data() instanceof ContractEvent.Signed && event.state() instanceof ContractState contract) {
            because(
                    event,
                    () -> sending.ask(
                            Subject.of(contract, known.standingFor(EventFamily.CUSTOMER, contract.customerId()))));
        } else if (event.data() instanceof SurveyEvent.Answered
                && event.state() instanceof SurveyState survey
                && Boolean.TRUE.equals(survey.detractor())) {
            because(event, () -> detractors.tell(survey.id()));
        }
    }

    private static void because(Event event, Runnable work) {
        var cause = event.metadata().id().toString();
        Caller.current().because(Origin.AUTOMATION, cause).run(work);
    }
}
