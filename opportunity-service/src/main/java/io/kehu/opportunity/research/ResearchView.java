package io.kehu.opportunity.research;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.MarketResearchState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of market research as the API shows it. */
@Schema(description = "A piece of market research 市场调研")
public record ResearchView(
        @JsonUnwrapped MarketResearchState state,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/market-research/" + state.id();
    }
}
