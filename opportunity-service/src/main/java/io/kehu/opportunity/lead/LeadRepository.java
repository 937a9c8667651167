package io.kehu.opportunity.lead;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Singleton
class LeadRepository extends AggregateRepository<Lead> {

    LeadRepository(Dictionaries dictionaries, CustomFieldRules customFields) {
        super(
                Lead.class,
                Listing.of(Lead.class)
                        .filters(
                                "status",
                                "statusSince",
                                "owner",
                                "team",
                                "company",
                                "source",
                                "campaignId",
                                "region",
                                "score",
                                "form",
                                "disqualifiedReason",
                                "convertedCustomerId",
                                "convertedAt")
                        .sorts("name", "company", "score", "statusSince", "convertedAt")
                        .wholes(
                                "industry",
                                code -> dictionaries.of("industries").withParts(code))
                        .texts("tags")
                        .customFields(customFields, LeadTerms.RESOURCE)
                        .searchesIndex(EventFamily.LEAD)
                        .phones("phone")
                        .emails("email"));
    }

    /** Those that are not deleted, as far as the caller may see them. */
    List<Lead> visible(Collection<UUID> ids) {
        return list("id in ?1 and deletedAt is null", ids);
    }

    /** Likewise, by their numbers. */
    List<Lead> ofNumbers(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : list("number in ?1 and deletedAt is null", numbers);
    }
}
