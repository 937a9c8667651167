package io.kehu.opportunity.member;

import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who takes part in campaigns; each question is judged by the campaign first. */
@ApplicationScoped
class MemberService {

    private final MemberRepository members;
    private final Campaigns campaigns;
    private final EventLog events;
    private final History history;

    MemberService(MemberRepository members, Campaigns campaigns, EventLog events, History history) {
        this.members = members;
        this.campaigns = campaigns;
        this.events = events;
        this.history = history;
    }

    Page<MemberView> page(UUID campaignId, MemberStatus status, String cursor, int limit) {
        campaigns.require(campaignId);
        return members.of(campaignId, status, cursor, limit).map(CampaignMember::view);
    }

    MemberView get(UUID campaignId, UUID id) {
        campaigns.require(campaignId);
        return members.require(campaignId, id).view();
    }

    HistoryPage history(UUID campaignId, UUID id, Long before, int limit) {
        campaigns.require(campaignId);
        members.require(campaignId, id);
        return history.of(id, before, limit);
    }

    @Transactional
    MemberView add(UUID campaignId, MemberFields fields) {
        campaigns.requireChangeable(campaignId).requireInviting();
        var member = new CampaignMember(campaignId, fields);
        members.requireNew(campaignId, fields);
        events.record(member, member.added());
        return member.view();
    }

    @Transactional
    MemberView update(UUID campaignId, UUID id, Patch<MemberFields> patch) {
        campaigns.requireChangeable(campaignId);
        var member = members.require(campaignId, id);
        member.update(patch.applyTo(member.fields())).ifPresent(event -> events.record(member, event));
        return member.view();
    }

    @Transactional
    void remove(UUID campaignId, UUID id) {
        campaigns.requireChangeable(campaignId);
        var member = members.require(campaignId, id);
        events.record(member, member.remove());
    }

    void requireChangeable(UUID campaignId) {
        campaigns.requireChangeable(campaignId);
    }
}
