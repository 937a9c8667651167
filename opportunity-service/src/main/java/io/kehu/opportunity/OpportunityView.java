package io.kehu.opportunity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.OpportunityState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opportunity as the API shows it. */
@Schema(description = "An opportunity 商机")
public record OpportunityView(
        @JsonUnwrapped OpportunityState state,
        @JsonUnwrapped Lifespan lifespan,
        @JsonUnwrapped DealFigures figures) implements Versioned {

    /** As it was: how long it has been left alone is known of the present only. */
    OpportunityView(OpportunityState state, Lifespan lifespan) {
        this(state, lifespan, DealFigures.of(state, Instant.now()));
    }

    @Override
    public String path() {
        return "/v1/opportunities/" + state.id();
    }
}
