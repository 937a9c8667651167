package io.kehu.servicedesk;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

@ApplicationScoped
class TicketRepository extends AggregateRepository<Ticket> {

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
