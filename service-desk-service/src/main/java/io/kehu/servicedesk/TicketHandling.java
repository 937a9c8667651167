package io.kehu.servicedesk;

import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The work on tickets: who does it, and how far it is. */
@ApplicationScoped
class TicketHandling {

    private final TicketRepository tickets;
    private final EventLog events;

    TicketHandling(TicketRepository tickets, EventLog events) {
        this.tickets = tickets;
        this.events = events;
    }

    @Transactional
    TicketView assign(UUID id, Assign command) {
        var ticket = tickets.require(id);
        ticket.assign(command).ifPresent(event -> events.record(ticket, event));
        return ticket.view();
    }

    @Transactional
    TicketView moveTo(UUID id, ChangeStatus command) {
        var ticket = tickets.require(id);
        ticket.moveTo(command.status(), command.reason()).ifPresent(event -> events.record(ticket, event));
        return ticket.view();
    }

    @Transactional
    TicketView resolve(UUID id, Resolve command) {
        var ticket = tickets.require(id);
        events.record(ticket, ticket.resolve(command));
        return ticket.view();
    }

    @Transactional
    TicketView close(UUID id) {
        var ticket = tickets.require(id);
        events.record(ticket, ticket.close());
        return ticket.view();
    }

    @Transactional
    TicketView reopen(UUID id, Reopen command) {
        var ticket = tickets.require(id);
        events.record(ticket, ticket.reopen(command.reason()));
        return ticket.view();
    }
}
