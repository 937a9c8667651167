package io.kehu.activity;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ActivityRepository extends AggregateRepository<Activity> {

    ActivityRepository() {
        super(
                Activity.class,
                Listing.of(Activity.class)
                        .filters(
                                "type",
                                "direction",
                                "owner",
                                "team",
                                "happenedAt",
                                "minutes",
                                "customerId",
                                "opportunityId",
                                "outcome")
                        .sorts("happenedAt", "minutes")
                        .searches("subject", "content", "number"));
    }
}
