package io.kehu.opportunity.campaign;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Conflict;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class CampaignRepository extends AggregateRepository<Campaign> {

    static final String RESOURCE = "campaigns";

    CampaignRepository(CustomFieldRules customFields) {
        super(
                Campaign.class,
                Listing.of(Campaign.class)
                        .filters(
                                "name", "type", "status", "owner", "team", "startsOn", "endsOn", "budget", "actualCost")
                        .sorts("name", "startsOn", "endsOn", "budget", "actualCost")
                        .customFields(customFields, RESOURCE)
                        .searchesIndex(EventFamily.CAMPAIGN));
    }

    /** Fails with 409 while leads, deals or forms, whoever may see them, say that they come from {@code id}. */
    void requireUnused(UUID id) {
        var users = ((Number) getEntityManager()
                        .createNativeQuery("""
                                select (select count(*) from lead where deleted_at is null and campaign_id = :id)
                                  + (select count(*) from opportunity where deleted_at is null and campaign_id = :id)
                                  + (select count(*) from setting where kind = 'lead-form' and value ->> 'campaignId' = cast(:id as text))""")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
        if (users > 0) {
            throw new Conflict("campaign.in-use", users);
        }
    }
}
