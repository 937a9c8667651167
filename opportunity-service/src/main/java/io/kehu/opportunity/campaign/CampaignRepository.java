package io.kehu.opportunity.campaign;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Conflict;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
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
                        .texts("tags")
                        .customFields(customFields, RESOURCE)
                        .searchesIndex(EventFamily.CAMPAIGN));
    }

    /** Those that are not deleted, as far as the caller may see them. */
    List<Campaign> ofNumbers(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : list("number in ?1 and deletedAt is null", numbers);
    }

    /** The same by their ids, deleted ones with them. */
    List<Campaign> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
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
