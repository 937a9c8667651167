package io.kehu.servicedesk.message;

import io.kehu.platform.listing.Page;
import io.kehu.servicedesk.Tickets;
import io.kehu.servicedesk.type.TicketTypes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.UUID;

/** What is written about tickets. */
@ApplicationScoped
class Messages implements PanacheRepositoryBase<Message, UUID> {

    private static final UUID START = new UUID(0, 0);

    private final Tickets tickets;
    private final TicketTypes types;

    Messages(Tickets tickets, TicketTypes types) {
        this.tickets = tickets;
        this.types = types;
    }

    @Transactional
    MessageView write(UUID ticketId, WriteMessage command) {
        var ticket = tickets.require(ticketId);
        var message = new Message(ticketId, command);
        persist(message);
        tickets.record(
                ticket, ticket.write(message, types.of(ticket.fields().type()).reopenDays()));
        return message.view();
    }

    /** The first one first. */
    @Transactional
    Page<MessageView> page(UUID ticketId, Message.Visibility visibility, UUID after, int limit) {
        tickets.require(ticketId);
        var readable = visibility == null ? EnumSet.allOf(Message.Visibility.class) : EnumSet.of(visibility);
        var found = find(
                        "ticketId = ?1 and id > ?2 and visibility in ?3 order by id",
                        ticketId,
                        after == null ? START : after,
                        readable)
                .range(0, limit)
                .list();
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Message::view).toList(),
                more ? shown.getLast().id().toString() : null,
                null);
    }
}
