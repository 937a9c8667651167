package io.kehu.opportunity.research;

import io.kehu.events.MarketResearchState;
import io.kehu.events.Money;
import io.kehu.opportunity.competitor.CompetitorMention;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What research has learned of a competitor. */
@Schema(name = "ResearchIntelligence", description = "What is known of a competitor 竞品情报")
public record Intelligence(
        @Schema(description = "Which competitor of /v1/competitors it is, or nothing for one known by name alone")
        UUID competitorId,

        @Schema(description = "Name of the competitor 竞争对手; that of the competitor when left out", examples = "用友")
        @Size(min = 1, max = 200)
        String competitor,

        @Schema(description = "Product 产品") @Size(max = 200) String product,

        @Schema(description = "Price 价格") @ValidMoney Money price,

        @Schema(description = "Who said so 情报来源") @Size(max = 500)
        String source,

        @Schema(description = "How sure it is 可信度") Level confidence,

        @Schema(description = "In words 情报内容") @Size(max = 5000)
        String text)
        implements CompetitorMention {

    @Override
    public String calledBy() {
        return competitor;
    }

    Intelligence of(UUID known) {
        return new Intelligence(known, competitor, product, price, source, confidence, text);
    }

    Intelligence named(String known) {
        return competitor != null
                ? this
                : new Intelligence(competitorId, known, product, price, source, confidence, text);
    }

    MarketResearchState.Intelligence published() {
        return new MarketResearchState.Intelligence(
                competitorId, competitor, product, price, source, confidence == null ? null : confidence.name(), text);
    }
}
