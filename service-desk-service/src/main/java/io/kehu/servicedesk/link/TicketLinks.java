package io.kehu.servicedesk.link;

import io.kehu.events.TicketEvent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.sql.Statements;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Which tickets have to do with each other; a link is a part of the ticket that says it. */
@ApplicationScoped
class TicketLinks {

    private static final String ANCESTORS = """
            with recursive above(id) as (
              select other_id from ticket_link where ticket_id = :start and kind = 'PARENT'
              union
              select l.other_id from above join ticket_link l on l.ticket_id = above.id and l.kind = 'PARENT')
            select exists (select 1 from above where id = :searched)""";

    private final Tickets tickets;
    private final EntityManager entities;
    private final Statements statements;

    TicketLinks(Tickets tickets, EntityManager entities, Statements statements) {
        this.tickets = tickets;
        this.entities = entities;
        this.statements = statements;
    }

    /** The others that the caller may see, as far as they are not deleted. */
    @Transactional
    List<TicketLinkView> of(UUID ticketId) {
        tickets.require(ticketId);
        return views(ticketId);
    }

    private List<TicketLinkView> views(UUID ticketId) {
        var rows = session()
                .createNativeQuery("""
                        select kind, other_id as other, false as incoming from ticket_link where ticket_id = :id
                        union all select kind, ticket_id, true from ticket_link where other_id = :id
                        order by 3, 1, 2""", Tuple.class)
                .setParameter("id", ticketId)
                .getResultList();
        Map<UUID, Ticket> others =
                tickets
                        .find(rows.stream()
                                .map(row -> row.get("other", UUID.class))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(others.get(row.get("other", UUID.class)))
                        .map(other -> view(row, other)))
                .toList();
    }

    private static TicketLinkView view(Tuple row, Ticket other) {
        return new TicketLinkView(
                LinkKind.valueOf(row.get("kind", String.class)),
                row.get("incoming", Boolean.class),
                other.id(),
                other.number(),
                other.fields().subject(),
                other.status());
    }

    /** Nothing happens if it is said already. */
    @Transactional
    List<TicketLinkView> add(UUID ticketId, LinkTicket link) {
        var ticket = tickets.require(ticketId);
        requireOther(ticketId, link);
        if (insert(ticketId, link) == 1) {
            tickets.record(ticket, new TicketEvent.Linked(link.kind().name(), link.ticketId()));
        }
        return views(ticketId);
    }

    private void requireOther(UUID ticketId, LinkTicket link) {
        var other = link.ticketId();
        if (other.equals(ticketId)) {
            throw new Invalid("validation.failed", List.of(new InvalidField("ticketId", "ticket.link-self")));
        }
        if (tickets.find(List.of(other)).isEmpty()) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("ticketId", "reference.unknown", "ticket", other)));
        }
        if (link.kind() == LinkKind.PARENT) {
            requireTree(ticketId, other);
        }
    }

    /** One parent, which is no part of the ticket; decided by one after the other. */
    private void requireTree(UUID ticketId, UUID parent) {
        statements.lock("ticket-parents");
        var present = session()
                .createNativeQuery(
                        "select other_id from ticket_link where ticket_id = :id and kind = 'PARENT'", UUID.class)
                .setParameter("id", ticketId)
                .getSingleResultOrNull();
        if (present != null && !present.equals(parent)) {
            throw new RuleViolation("ticket.link-parent");
        }
        var circle = session()
                .createNativeQuery(ANCESTORS, Boolean.class)
                .setParameter("start", parent)
                .setParameter("searched", ticketId)
                .getSingleResult();
        if (circle) {
            throw new RuleViolation("ticket.link-circle");
        }
    }

    private int insert(UUID ticketId, LinkTicket link) {
        return session()
                .createNativeMutationQuery("""
                        insert into ticket_link (ticket_id, kind, other_id) values (:ticket, :kind, :other)
                        on conflict do nothing""")
                .setParameter("ticket", ticketId)
                .setParameter("kind", link.kind().name())
                .setParameter("other", link.ticketId())
                .executeUpdate();
    }

    @Transactional
    void remove(UUID ticketId, LinkTicket link) {
        var ticket = tickets.require(ticketId);
        var deleted = session()
                .createNativeMutationQuery(
                        "delete from ticket_link where ticket_id = :ticket and kind = :kind and other_id = :other")
                .setParameter("ticket", ticketId)
                .setParameter("kind", link.kind().name())
                .setParameter("other", link.ticketId())
                .executeUpdate();
        if (deleted == 0) {
            throw new NotFound("link", link.ticketId());
        }
        tickets.record(ticket, new TicketEvent.Unlinked(link.kind().name(), link.ticketId()));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
