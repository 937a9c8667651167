package io.kehu.servicedesk;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class TicketRepository extends AggregateRepository<Ticket> {

    private static final int CLOSED_AT_ONCE = 50;

    TicketRepository() {
        super(
                Ticket.class,
                Listing.of(Ticket.class)
                        .filters(
                                "status",
                                "priority",
                                "type",
                                "category",
                                "channel",
                                "impact",
                                "urgency",
                                "customerId",
                                "contactId",
                                "contractId",
                                "productId",
                                "assignee",
                                "sourceAssignee",
                                "group",
                                "owner",
                                "team",
                                "resolutionCode",
                                "rootCause",
                                "openedAt",
                                "resolvedAt",
                                "closedAt",
                                "reopenCount",
                                "slaMet",
                                "slaPolicy",
                                "slaDueAt",
                                "slaBreached",
                                "firstRespondedAt",
                                "customerWaitingSince",
                                "entitlement")
                        .sorts("openedAt", "priority", "resolvedAt", "closedAt", "slaDueAt")
                        .searches("subject", "number"));
    }

    /** Some that have been resolved long enough to be closed; what another change holds is left out, and the past as it was. */
    List<Ticket> lockClosing(Instant now) {
        var ids = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select t.id from ticket t join setting s on s.kind = :kind and s.key = t.type
                        where t.status = 'RESOLVED' and not t.imported and t.deleted_at is null
                          and t.resolved_at <= cast(:now as timestamptz)
                            - make_interval(days => cast(s.value ->> 'closeAfterDays' as integer))
                        order by t.id limit :most for update of t skip locked""", UUID.class)
                .setParameter("kind", TicketTypes.KIND)
                .setParameter("now", now)
                .setParameter("most", CLOSED_AT_ONCE)
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** How many tickets stand in each status that any stands in, as far as the caller may see them. */
    Map<TicketStatus, Long> countByStatus() {
        var counts = new EnumMap<TicketStatus, Long>(TicketStatus.class);
        getEntityManager()
                .createQuery(
                        "select status, count(*) from Ticket where deletedAt is null group by status", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((TicketStatus) row[0], (Long) row[1]));
        return counts;
    }
}
