package io.kehu.servicedesk.improvement;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ImprovementRepository extends AggregateRepository<Improvement> {

    ImprovementRepository() {
        super(
                Improvement.class,
                Listing.of(Improvement.class)
                        .filters(
                                "name",
                                "status",
                                "kind",
                                "dimension",
                                "customerId",
                                "productId",
                                "ticketType",
                                "ticketCategory",
                                "agent",
                                "questionnaire",
                                "dueOn",
                                "endedAt",
                                "scoreBefore",
                                "scoreAfter",
                                "owner",
                                "team")
                        .sorts("name", "dueOn", "endedAt", "scoreBefore", "scoreAfter")
                        .searches("name", "number"));
    }
}
