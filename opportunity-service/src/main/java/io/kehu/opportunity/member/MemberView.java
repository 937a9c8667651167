package io.kehu.opportunity.member;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CampaignMemberState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of a campaign as the API shows it. */
@Schema(description = "A member 活动成员 of a campaign")
public record MemberView(
        @JsonUnwrapped CampaignMemberState state,
        @Schema(description = "Remark 备注", nullable = true) String remark,
        @JsonUnwrapped Lifespan lifespan)
        implements Versioned {

    @Override
    public String path() {
        return "/v1/campaigns/" + state.campaignId() + "/members/" + state.id();
    }
}
