package io.kehu.opportunity.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Moves a campaign on its way. */
@Schema(description = "A campaign's next status 活动状态")
public record ChangeCampaignStatus(
        @Schema(description = "PLANNED → IN_PROGRESS → COMPLETED; both before → CANCELLED", examples = "IN_PROGRESS")
        @NotNull
        CampaignStatus status,

        @Schema(description = "Why 原因") @Size(max = 1000) String reason) {}
