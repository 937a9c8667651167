package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class CampaignService extends RecordService<Campaign, CampaignView> {

    private final CampaignRepository campaigns;
    private final CustomFieldRules customFields;

    CampaignService(CampaignRepository campaigns, CustomFieldRules customFields, RecordKeeping keeping) {
        super(EventFamily.CAMPAIGN, campaigns, keeping);
        this.campaigns = campaigns;
        this.customFields = customFields;
    }

    @Transactional
    CampaignView create(CampaignFields fields) {
        return add(newCampaign(fields), Campaign::created);
    }

    private Campaign newCampaign(CampaignFields fields) {
        var caller = Caller.current();
        return new Campaign(number(Campaign.NUMBER_PREFIX), caller.username(), caller.team(), settled(null, fields));
    }

    private CampaignFields settled(CampaignFields current, CampaignFields wanted) {
        return wanted.with(customFields.settled(
                CampaignRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    @Override
    protected CampaignView asRecorded(Campaign campaign, Instant instant) {
        var then = moment(campaign, instant, CampaignState.class, Void.class);
        return new CampaignView(then.state(), campaign.lifespan().at(then));
    }

    @Transactional
    CampaignView update(UUID id, Patch<CampaignFields> patch) {
        return change(id, campaign -> {
            var current = campaign.fields();
            return campaign.update(settled(current, patch.applyTo(current)));
        });
    }

    @Transactional
    Upserted<CampaignView> upsert(ExternalId externalId, CampaignFields fields) {
        return upsert(
                externalId,
                () -> newCampaign(fields),
                Campaign::created,
                campaign -> campaign.update(settled(campaign.fields(), fields)));
    }

    @Transactional
    CampaignView move(UUID id, ChangeCampaignStatus command) {
        return change(id, campaign -> campaign.moveTo(command.status(), command.reason()));
    }

    @Transactional
    CampaignView assign(UUID id, Assignment assignment) {
        return change(id, campaign -> campaign.assign(assignment.owner(), assignment.team()));
    }

    @Override
    protected void requireUnused(Campaign campaign) {
        campaigns.requireUnused(campaign.id());
    }
}
