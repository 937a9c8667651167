package io.kehu.servicedesk;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import io.kehu.servicedesk.queue.Candidates;
import io.kehu.servicedesk.sla.SlaStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TicketService {

    private final TicketRepository tickets;
    private final Tickets recording;
    private final History history;
    private final TicketOpening opening;
    private final ExternalIds externalIds;
    private final Sharing sharing;

    TicketService(
            TicketRepository tickets,
            Tickets recording,
            History history,
            TicketOpening opening,
            ExternalIds externalIds,
            Sharing sharing) {
        this.tickets = tickets;
        this.recording = recording;
        this.history = history;
        this.opening = opening;
        this.externalIds = externalIds;
        this.sharing = sharing;
    }

    @Transactional
    TicketView open(TicketFields fields, Candidates candidates) {
        var ticket = opening.open(fields, candidates);
        recording.record(ticket, ticket.opened());
        return ticket.view();
    }

    TicketView get(UUID id) {
        return tickets.require(id).view();
    }

    /** The ticket as it was recorded at {@code instant}, for whoever may see it now. */
    TicketView get(UUID id, Instant instant) {
        var now = tickets.require(id).lifespan();
        var then = history.at(id, instant, TicketState.class, TicketPersonal.class);
        return new TicketView(then.state(), then.personal(), now.at(then), SlaStanding.NONE);
    }

    TicketView get(ExternalId externalId) {
        var known = externalIds.find(EventFamily.TICKET, List.of(externalId)).get(externalId);
        if (known == null) {
            throw new NotFound("ticket", externalId.externalId());
        }
        return get(known);
    }

    TicketFields fields(UUID id) {
        return tickets.require(id).fields();
    }

    Page<TicketView> page(ListRequest request) {
        return tickets.page(request).map(Ticket::view);
    }

    TicketTotals totals() {
        var byStatus = tickets.countByStatus();
        return new TicketTotals(
                byStatus.values().stream().mapToLong(Long::longValue).sum(), byStatus);
    }

    HistoryPage history(UUID id, Long before, int limit) {
        tickets.require(id);
        return history.of(id, before, limit);
    }

    Page<StatusUpdate> statuses(UUID id) {
        return new Page<>(tickets.require(id).statuses(), null, null);
    }

    @Transactional
    TicketView update(UUID id, Patch<TicketFields> patch) {
        var ticket = tickets.require(id);
        opening.change(ticket, patch.applyTo(ticket.fields())).ifPresent(event -> recording.record(ticket, event));
        return ticket.view();
    }

    @Transactional
    Upserted<TicketView> upsert(ExternalId externalId, TicketFields fields, Candidates candidates) {
        var known = externalIds.find(EventFamily.TICKET, List.of(externalId)).get(externalId);
        if (known == null) {
            var ticket = opening.open(fields, candidates);
            externalIds.link(EventFamily.TICKET, ticket, externalId);
            recording.record(ticket, ticket.opened());
            return Upserted.created(ticket.view());
        }
        var ticket = tickets.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = opening.change(ticket, fields);
        changed.ifPresent(event -> recording.record(ticket, event));
        return changed.isPresent() ? Upserted.updated(ticket.view()) : Upserted.unchanged(ticket.view());
    }

    @Transactional
    TicketView share(UUID id, Collaborator collaborator) {
        return sharing.add(tickets.require(id), collaborator, TicketEvent.Updated::new)
                .view();
    }

    @Transactional
    TicketView unshare(UUID id, String principal) {
        return sharing.remove(tickets.require(id), principal, TicketEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var ticket = tickets.require(id);
        recording.record(ticket, ticket.remove());
    }
}
