package io.kehu.servicedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kehu.events.TicketEvent;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.message.Message;
import io.kehu.servicedesk.message.WriteMessage;
import io.kehu.servicedesk.priority.UsualPriorities;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows for a ticket from what is written about it. */
class ConversationTest {

    private static final int DAYS = 7;

    private static Ticket inProgress() {
        var ticket = new Ticket(
                "T1",
                "anna",
                "/support",
                new TicketFields(
                        "No ink",
                        null,
                        "REPAIR",
                        null,
                        null,
                        null,
                        null,
                        null,
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                UsualPriorities.MATRIX);
        ticket.assign(new Assign("ben", null, null));
        ticket.moveTo(TicketStatus.IN_PROGRESS, null);
        return ticket;
    }

    private static Ticket resolved() {
        var ticket = inProgress();
        ticket.resolve(new Resolve("New cartridge", "PART", null));
        return ticket;
    }

    private static Ticket closed() {
        var ticket = resolved();
        ticket.close();
        return ticket;
    }

    private static Message message(Message.Visibility visibility, Message.Author author) {
        return new Message(UUID.randomUUID(), new WriteMessage("x", visibility, author));
    }

    private static Message ofTheCustomer() {
        return message(null, Message.Author.CUSTOMER);
    }

    @Test
    void countsOnlyAPublicMessageOfAnAgentAsAResponse() {
        var ticket = inProgress();
        var note = message(Message.Visibility.INTERNAL, Message.Author.AGENT);
        assertThat(ticket.write(note, DAYS))
                .isEqualTo(new TicketEvent.MessageAdded(note.id(), "INTERNAL", "AGENT", null, null));
        ticket.write(ofTheCustomer(), DAYS);
        assertThat(ticket.state().firstRespondedAt()).isNull();
        assertThat(ticket.state().customerWaitingSince()).isNotNull();
        var answer = message(null, null);
        assertThat(ticket.write(answer, DAYS)).isEqualTo(new TicketEvent.FirstResponded(answer.id()));
        assertThat(ticket.state().firstRespondedAt()).isEqualTo(answer.sentAt());
        assertThat(ticket.state().customerWaitingSince()).isNull();
        assertThat(ticket.write(message(null, null), DAYS)).isInstanceOf(TicketEvent.MessageAdded.class);
    }

    @Test
    void endsTheWaitingForACustomerWhoWrites() {
        var ticket = inProgress();
        ticket.moveTo(TicketStatus.WAITING_CUSTOMER, null);
        var answer = ofTheCustomer();
        assertThat(ticket.write(answer, DAYS))
                .isEqualTo(new TicketEvent.MessageAdded(
                        answer.id(), "PUBLIC", "CUSTOMER", "WAITING_CUSTOMER", "IN_PROGRESS"));
        assertThat(ticket.statuses().getLast().status()).isEqualTo(TicketStatus.IN_PROGRESS);
    }

    @Test
    void isTakenUpAgainWhenTheCustomerWritesThatItIsNotSolved() {
        var ticket = resolved();
        ticket.write(message(null, null), DAYS);
        assertThat(ticket.status()).isEqualTo(TicketStatus.RESOLVED);
        var complaint = ofTheCustomer();
        assertThat(ticket.write(complaint, DAYS))
                .isEqualTo(new TicketEvent.Reopened("RESOLVED", "CUSTOMER_MESSAGE", complaint.id()));
        assertThat(ticket.status()).isEqualTo(TicketStatus.REOPENED);
        assertThat(ticket.state().resolvedAt()).isNull();
        assertThat(ticket.state().reopenCount()).isEqualTo(1);
        assertThat(ticket.state().customerWaitingSince()).isEqualTo(complaint.sentAt());
        assertThat(ticket.statuses().getLast().reason()).isEqualTo("CUSTOMER_MESSAGE");
        assertThat(ticket.write(ofTheCustomer(), DAYS)).isInstanceOf(TicketEvent.MessageAdded.class);
    }

    @Test
    void isOpenedAgainByTheCustomerWhileItHasNotBeenClosedForLong() {
        var ticket = closed();
        var complaint = ofTheCustomer();
        assertThat(ticket.write(complaint, DAYS))
                .isEqualTo(new TicketEvent.Reopened("CLOSED", "CUSTOMER_MESSAGE", complaint.id()));
        assertThat(ticket.state().closedAt()).isNull();
        var longAgo = closed();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> longAgo.write(ofTheCustomer(), 0))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("ticket.closed-for-good"));
        assertThat(longAgo.state().customerWaitingSince()).isNull();
        assertThat(longAgo.write(message(null, null), 0)).isInstanceOf(TicketEvent.FirstResponded.class);
    }
}
