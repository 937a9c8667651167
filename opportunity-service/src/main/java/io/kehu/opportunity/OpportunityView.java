package io.kehu.opportunity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.OpportunityState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An opportunity as the API shows it. */
@Schema(description = "An opportunity 商机")
public record OpportunityView(
        @JsonUnwrapped OpportunityState state,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/opportunities/" + state.id();
    }
}
