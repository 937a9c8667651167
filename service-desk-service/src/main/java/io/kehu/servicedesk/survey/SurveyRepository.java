package io.kehu.servicedesk.survey;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SurveyRepository extends AggregateRepository<Survey> {

    SurveyRepository() {
        super(
                Survey.class,
                Listing.of(Survey.class)
                        .filters(
                                "kind",
                                "status",
                                "ticketId",
                                "customerId",
                                "agent",
                                "ticketType",
                                "priority",
                                "owner",
                                "team",
                                "score",
                                "sentAt",
                                "answeredAt")
                        .sorts("sentAt", "answeredAt", "score")
                        .searches("number"));
    }

    /** What the caller may see, counted. */
    SurveyTotals totals() {
        return getEntityManager()
                .createQuery(
                        "select count(*), count(score), coalesce(sum(score), 0) from Survey where deletedAt is null",
                        SurveyTotals.class)
                .getSingleResult();
    }
}
