package io.kehu.opportunity.competitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CompetitorState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A competitor as the API shows it. */
@Schema(description = "A competitor 竞争对手")
public record CompetitorView(
        @JsonUnwrapped CompetitorState state, @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/competitors/" + state.id();
    }
}
