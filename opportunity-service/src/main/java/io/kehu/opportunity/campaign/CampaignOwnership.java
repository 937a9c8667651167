package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignEvent;
import io.kehu.events.Collaborator;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.sharing.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whose campaigns are, and who else works with them. */
@ApplicationScoped
class CampaignOwnership {

    private final CampaignRepository campaigns;
    private final EventLog events;
    private final Sharing sharing;

    CampaignOwnership(CampaignRepository campaigns, EventLog events, Sharing sharing) {
        this.campaigns = campaigns;
        this.events = events;
        this.sharing = sharing;
    }

    @Transactional
    CampaignView assign(UUID id, Assignment assignment) {
        var campaign = campaigns.require(id);
        campaign.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(campaign, event));
        return campaign.view();
    }

    void requireChangeable(UUID id) {
        campaigns.require(id);
    }

    @Transactional
    CampaignView share(UUID id, Collaborator collaborator) {
        return sharing.add(campaigns.require(id), collaborator, CampaignEvent.Updated::new)
                .view();
    }

    @Transactional
    CampaignView unshare(UUID id, String principal) {
        return sharing.remove(campaigns.require(id), principal, CampaignEvent.Updated::new)
                .view();
    }
}
