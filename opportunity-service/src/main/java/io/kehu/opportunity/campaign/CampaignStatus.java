package io.kehu.opportunity.campaign;

/** Where a campaign stands 活动状态. */
public enum CampaignStatus {
    PLANNED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    boolean allows(CampaignStatus next) {
        return switch (this) {
            case PLANNED -> next == IN_PROGRESS || next == CANCELLED;
            case IN_PROGRESS -> next == COMPLETED || next == CANCELLED;
            case COMPLETED, CANCELLED -> false;
        };
    }
}
