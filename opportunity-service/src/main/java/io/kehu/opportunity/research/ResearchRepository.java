package io.kehu.opportunity.research;

import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.inject.Singleton;

@Singleton
class ResearchRepository extends AggregateRepository<MarketResearch> {

    static final String RESOURCE = "market-research";

    ResearchRepository(CustomFieldRules customFields) {
        super(
                MarketResearch.class,
                Listing.of(MarketResearch.class)
                        .filters("name", "customerId", "segment", "researchedOn", "method", "owner", "team")
                        .members("needs.productCategory", "productCategory")
                        .members("intelligence.competitorId", "competitorId")
                        .texts("tags")
                        .sorts("name", "researchedOn")
                        .customFields(customFields, RESOURCE)
                        .searchesIndex(EventFamily.MARKET_RESEARCH));
    }
}
