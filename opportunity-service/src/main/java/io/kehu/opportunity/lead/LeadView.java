package io.kehu.opportunity.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.LeadState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lead as the API shows it. */
@Schema(description = "A lead 线索")
public record LeadView(
        @JsonUnwrapped LeadState state,
        @JsonUnwrapped LeadPersonal personal,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/leads/" + state.id();
    }
}
