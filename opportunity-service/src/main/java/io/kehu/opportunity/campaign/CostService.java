package io.kehu.opportunity.campaign;

import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps the books of campaigns: a cost is booked, and corrected if it was wrong, but never taken away. */
@ApplicationScoped
class CostService {

    private final CampaignRepository campaigns;
    private final EventLog events;

    CostService(CampaignRepository campaigns, EventLog events) {
        this.campaigns = campaigns;
        this.events = events;
    }

    Costs of(UUID campaignId) {
        return campaigns.require(campaignId).costs();
    }

    @Transactional
    CampaignView book(UUID campaignId, CostLine line) {
        var campaign = campaigns.require(campaignId);
        events.record(campaign, campaign.book(line));
        return campaign.view();
    }

    @Transactional
    CampaignView correct(UUID campaignId, UUID costId, CostLine line) {
        var campaign = campaigns.require(campaignId);
        campaign.correct(costId, line).ifPresent(event -> events.record(campaign, event));
        return campaign.view();
    }
}
