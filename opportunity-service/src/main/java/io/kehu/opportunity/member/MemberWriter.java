package io.kehu.opportunity.member;

import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.Conflict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the members of one chunk, of which no two may be the same lead or contact of one campaign. */
final class MemberWriter implements RowWriter<MemberRow, CampaignMember> {

    private final RowSubjects.Found subjects;
    private final MemberRepository members;
    private final Campaigns campaigns;
    private final Set<List<UUID>> added = new HashSet<>();

    MemberWriter(RowSubjects.Found subjects, MemberRepository members, Campaigns campaigns) {
        this.subjects = subjects;
        this.members = members;
        this.campaigns = campaigns;
    }

    @Override
    public MemberRow current(CampaignMember existing) {
        var fields = existing.fields();
        return new MemberRow(
                null,
                null,
                null,
                null,
                fields.invitedAt(),
                fields.registeredAt(),
                fields.attendedAt(),
                fields.respondedAt(),
                fields.remark());
    }

    @Override
    public Change create(ImportRow<MemberRow> row) {
        var campaign = subjects.campaign(row);
        campaign.requireAllowed();
        campaign.requireInviting();
        var fields = fields(row.command(), subjects.lead(row), subjects.contact(row));
        var member = new CampaignMember(campaign.id(), fields);
        members.requireNew(campaign.id(), fields);
        if (!added.add(List.of(campaign.id(), fields.leadId() == null ? fields.contactId() : fields.leadId()))) {
            throw new Conflict("campaign-member.twice");
        }
        return Change.now(member, member.added());
    }

    @Override
    public Optional<Change> update(CampaignMember existing, ImportRow<MemberRow> row) {
        campaigns.requireChangeable(existing.campaignId());
        var present = existing.fields();
        return existing.update(fields(row.command(), present.leadId(), present.contactId()))
                .map(event -> Change.now(existing, event));
    }

    private static MemberFields fields(MemberRow row, UUID leadId, UUID contactId) {
        return new MemberFields(
                leadId,
                contactId,
                row.invitedAt(),
                row.registeredAt(),
                row.attendedAt(),
                row.respondedAt(),
                row.remark());
    }
}
