package io.kehu.servicedesk;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.TicketState;
import io.kehu.platform.listing.Page;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import io.kehu.servicedesk.queue.Candidates;
import io.kehu.servicedesk.sla.SlaStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class TicketService extends RecordService<Ticket, TicketView> {

    private final TicketRepository tickets;
    private final Tickets recording;
    private final TicketOpening opening;

    TicketService(TicketRepository tickets, Tickets recording, TicketOpening opening, RecordKeeping keeping) {
        super(EventFamily.TICKET, tickets, keeping);
        this.tickets = tickets;
        this.recording = recording;
        this.opening = opening;
    }

    @Transactional
    TicketView open(TicketFields fields, Candidates candidates) {
        return add(opening.open(fields, candidates), Ticket::opened);
    }

    @Override
    protected void record(Ticket ticket, DomainEvent event) {
        recording.record(ticket, event);
    }

    @Override
    protected TicketView asRecorded(Ticket ticket, Instant instant) {
        var then = moment(ticket, instant, TicketState.class, TicketPersonal.class);
        return new TicketView(then.state(), then.personal(), ticket.lifespan().at(then), SlaStanding.NONE);
    }

    TicketFields fields(UUID id) {
        return tickets.require(id).fields();
    }

    TicketTotals totals() {
        var byStatus = tickets.countByStatus();
        return new TicketTotals(
                byStatus.values().stream().mapToLong(Long::longValue).sum(), byStatus);
    }

    Page<StatusUpdate> statuses(UUID id) {
        return new Page<>(tickets.require(id).statuses(), null, null);
    }

    @Transactional
    TicketView update(UUID id, Patch<TicketFields> patch) {
        return change(id, ticket -> opening.change(ticket, patch.applyTo(ticket.fields())));
    }

    @Transactional
    Upserted<TicketView> upsert(ExternalId externalId, TicketFields fields, Candidates candidates) {
        return upsert(
                externalId,
                () -> opening.open(fields, candidates),
                Ticket::opened,
                ticket -> opening.change(ticket, fields));
    }
}
