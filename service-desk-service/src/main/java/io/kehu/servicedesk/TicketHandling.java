package io.kehu.servicedesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The work on tickets: who does it, and how far it is. */
@ApplicationScoped
class TicketHandling {

    private final TicketRepository tickets;
    private final Tickets recording;

    TicketHandling(TicketRepository tickets, Tickets recording) {
        this.tickets = tickets;
        this.recording = recording;
    }

    @Transactional
    TicketView assign(UUID id, Assign command) {
        var ticket = tickets.require(id);
        ticket.assign(command).ifPresent(event -> recording.record(ticket, event));
        return ticket.view();
    }

    @Transactional
    TicketView moveTo(UUID id, ChangeStatus command) {
        var ticket = tickets.require(id);
        ticket.moveTo(command.status(), command.reason()).ifPresent(event -> recording.record(ticket, event));
        return ticket.view();
    }

    @Transactional
    TicketView resolve(UUID id, Resolve command) {
        var ticket = tickets.require(id);
        recording.record(ticket, ticket.resolve(command));
        return ticket.view();
    }

    @Transactional
    TicketView close(UUID id) {
        var ticket = tickets.require(id);
        recording.record(ticket, ticket.close());
        return ticket.view();
    }

    @Transactional
    TicketView reopen(UUID id, Reopen command) {
        var ticket = tickets.require(id);
        recording.record(ticket, ticket.reopen(command.reason()));
        return ticket.view();
    }
}
