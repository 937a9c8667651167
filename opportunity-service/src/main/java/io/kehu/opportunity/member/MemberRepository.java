package io.kehu.opportunity.member;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class MemberRepository extends AggregateRepository<CampaignMember> {

    MemberRepository() {
        super(
                CampaignMember.class,
                Listing.of(CampaignMember.class).filters("campaignId", "leadId", "contactId", "status"));
    }

    /** The member; 404 if it is none of this campaign's. */
    CampaignMember require(UUID campaignId, UUID id) {
        var member = require(id);
        if (!member.campaignId().equals(campaignId)) {
            throw unknown(id);
        }
        return member;
    }

    /** @param status null for all */
    Page<CampaignMember> of(UUID campaignId, MemberStatus status, String cursor, int limit) {
        var filter = "campaignId==" + campaignId + (status == null ? "" : ";status==" + status);
        return page(ListRequest.of(filter, null, limit).from(cursor));
    }

    /** Fails with 409 if the campaign has this lead or contact already. */
    void requireNew(UUID campaignId, MemberFields fields) {
        var known = fields.leadId() == null
                ? count("campaignId = ?1 and contactId = ?2 and deletedAt is null", campaignId, fields.contactId())
                : count("campaignId = ?1 and leadId = ?2 and deletedAt is null", campaignId, fields.leadId());
        if (known > 0) {
            throw new Conflict("campaign-member.twice");
        }
    }
}
