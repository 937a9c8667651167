package io.kehu.servicedesk;

import io.kehu.servicedesk.queue.Candidates;
import io.kehu.servicedesk.queue.GroupAssignment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The work on tickets: who does it, and how far it is. */
@ApplicationScoped
class TicketHandling {

    private final TicketRepository tickets;
    private final Tickets recording;
    private final GroupAssignment groups;

    TicketHandling(TicketRepository tickets, Tickets recording, GroupAssignment groups) {
        this.tickets = tickets;
        this.recording = recording;
        this.groups = groups;
    }

    /** @param candidates of whom one is given the ticket; null if the command says who */
    @Transactional
    TicketView assign(UUID id, Assign command, Candidates candidates) {
        var ticket = tickets.require(id);
        var chosen = groups.next(candidates, ticket.state())
                .map(username -> new Assign(username, command.group(), candidates.team()))
                .orElse(command);
        ticket.assign(chosen).ifPresent(event -> recording.record(ticket, event));
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
