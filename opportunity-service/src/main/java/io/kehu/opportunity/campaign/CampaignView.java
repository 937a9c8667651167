package io.kehu.opportunity.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CampaignState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign as the API shows it. */
@Schema(description = "A campaign 市场活动")
public record CampaignView(
        @JsonUnwrapped CampaignState state, @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/campaigns/" + state.id();
    }
}
