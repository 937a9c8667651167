package io.kehu.servicedesk;

import io.kehu.events.DomainEvent;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.servicedesk.sla.SlaClocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The one way in which a ticket changes: its event together with what follows from it for its clocks. */
@ApplicationScoped
public class Tickets {

    private final TicketRepository tickets;
    private final EntityManager entities;
    private final EventLog events;
    private final SlaClocks clocks;

    Tickets(TicketRepository tickets, EntityManager entities, EventLog events, SlaClocks clocks) {
        this.tickets = tickets;
        this.entities = entities;
        this.events = events;
        this.clocks = clocks;
    }

    /** As {@link TicketRepository#require}. */
    public Ticket require(UUID id) {
        return tickets.require(id);
    }

    /** Those that exist, are not deleted and may be seen. */
    public List<Ticket> find(Collection<UUID> ids) {
        return tickets.list("id in ?1 and deletedAt is null", ids);
    }

    /** The same by their business numbers. */
    public List<Ticket> findByNumber(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : tickets.list("number in ?1 and deletedAt is null", numbers);
    }

    /** Records {@code event}; nothing of the ticket is flushed before all is known that belongs together. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Ticket ticket, DomainEvent event) {
        entities.setFlushMode(FlushModeType.COMMIT);
        var following = clocks.follow(ticket.state());
        ticket.follow(following);
        var changes = new ArrayList<Change>();
        changes.add(Change.now(ticket, event));
        changes.addAll(following.changes());
        events.record(changes);
        clocks.keep(ticket.id(), following);
    }
}
