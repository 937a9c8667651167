package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CampaignService {

    private final CampaignRepository campaigns;
    private final CustomFieldRules customFields;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;

    CampaignService(
            CampaignRepository campaigns,
            CustomFieldRules customFields,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds) {
        this.campaigns = campaigns;
        this.customFields = customFields;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
    }

    @Transactional
    CampaignView create(CampaignFields fields) {
        var campaign = newCampaign(fields);
        events.record(campaign, campaign.created());
        return campaign.view();
    }

    private Campaign newCampaign(CampaignFields fields) {
        var caller = Caller.current();
        return new Campaign(
                numbers.next(Campaign.NUMBER_PREFIX), caller.username(), caller.team(), settled(null, fields));
    }

    private CampaignFields settled(CampaignFields current, CampaignFields wanted) {
        return wanted.with(customFields.settled(
                CampaignRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    CampaignView get(UUID id) {
        return campaigns.require(id).view();
    }

    /** The campaign as it was recorded at {@code instant}, for whoever may see it now. */
    CampaignView get(UUID id, Instant instant) {
        var now = campaigns.require(id).lifespan();
        var then = history.at(id, instant, CampaignState.class, Void.class);
        return new CampaignView(then.state(), now.at(then));
    }

    CampaignView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("campaign", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.CAMPAIGN, List.of(externalId)).get(externalId);
    }

    Page<CampaignView> page(ListRequest request) {
        return campaigns.page(request).map(Campaign::view);
    }

    Totals totals() {
        return new Totals(campaigns.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        campaigns.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    CampaignView update(UUID id, Patch<CampaignFields> patch) {
        var campaign = campaigns.require(id);
        var current = campaign.fields();
        campaign.update(settled(current, patch.applyTo(current))).ifPresent(event -> events.record(campaign, event));
        return campaign.view();
    }

    @Transactional
    Upserted<CampaignView> upsert(ExternalId externalId, CampaignFields fields) {
        var known = find(externalId);
        if (known == null) {
            var campaign = newCampaign(fields);
            externalIds.link(EventFamily.CAMPAIGN, campaign, externalId);
            events.record(campaign, campaign.created());
            return Upserted.created(campaign.view());
        }
        var campaign = campaigns
                .findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = campaign.update(settled(campaign.fields(), fields));
        changed.ifPresent(event -> events.record(campaign, event));
        return changed.isPresent() ? Upserted.updated(campaign.view()) : Upserted.unchanged(campaign.view());
    }

    @Transactional
    CampaignView move(UUID id, ChangeCampaignStatus command) {
        var campaign = campaigns.require(id);
        campaign.moveTo(command.status(), command.reason()).ifPresent(event -> events.record(campaign, event));
        return campaign.view();
    }

    @Transactional
    void delete(UUID id) {
        var campaign = campaigns.require(id);
        campaigns.requireUnused(id);
        events.record(campaign, campaign.remove());
    }

    @Transactional
    CampaignView restore(UUID id) {
        var campaign = campaigns.requireAlsoDeleted(id);
        if (campaign.deleted()) {
            events.record(campaign, campaign.takeBack());
        }
        return campaign.view();
    }
}
