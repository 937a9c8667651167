package io.kehu.servicedesk.visit;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class VisitRepository extends AggregateRepository<Visit> {

    VisitRepository() {
        super(
                Visit.class,
                Listing.of(Visit.class)
                        .filters(
                                "status",
                                "plannedAt",
                                "endedAt",
                                "customerId",
                                "contactId",
                                "ticketId",
                                "surveyId",
                                "owner",
                                "team")
                        .sorts("plannedAt", "endedAt")
                        .searches("number"));
    }
}
