package io.kehu.opportunity.research;

import io.kehu.events.EventFamily;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ResearchRepository extends AggregateRepository<MarketResearch> {

    ResearchRepository() {
        super(
                MarketResearch.class,
                Listing.of(MarketResearch.class)
                        .filters("name", "customerId", "segment", "researchedOn", "method", "owner", "team")
                        .members("needs.productCategory", "productCategory")
                        .members("intelligence.competitorId", "competitorId")
                        .sorts("name", "researchedOn")
                        .searchesIndex(EventFamily.MARKET_RESEARCH));
    }
}
