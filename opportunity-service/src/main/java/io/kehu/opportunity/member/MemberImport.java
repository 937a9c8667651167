package io.kehu.opportunity.member;

import io.kehu.events.CampaignMemberEvent;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How members of campaigns come in by file, for instance the list of who has attended. */
@ApplicationScoped
class MemberImport implements RowImport<MemberRow, CampaignMember> {

    static final String RESOURCE = "campaign-members";

    private final RowSubjects subjects;
    private final MemberRepository members;
    private final Campaigns campaigns;

    MemberImport(RowSubjects subjects, MemberRepository members, Campaigns campaigns) {
        this.subjects = subjects;
        this.members = members;
        this.campaigns = campaigns;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.CAMPAIGN_MEMBER;
    }

    @Override
    public Class<CampaignMember> entity() {
        return CampaignMember.class;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("campaign", "Campaign", "市场活动").needed().described("Number of the campaign", "市场活动编号"),
                Column.text("lead", "Lead", "线索")
                        .described("Number of the lead, or its external id in the row's source", "线索编号，或其在本行来源中的外部编号"),
                Column.text("contact", "Contact", "联系人").described("External id of the contact", "联系人的外部编号"),
                Column.text("contactSource", "Contact source", "联系人外部来源")
                        .described(
                                "The system that the contact's external id belongs to; the row's own if none is given",
                                "联系人外部编号所属的系统，留空则与本行来源相同"),
                Column.of(ColumnType.INSTANT, "invitedAt", "Invited at", "邀请时间"),
                Column.of(ColumnType.INSTANT, "registeredAt", "Registered at", "报名时间"),
                Column.of(ColumnType.INSTANT, "attendedAt", "Attended at", "参加时间"),
                Column.of(ColumnType.INSTANT, "respondedAt", "Responded at", "响应时间"),
                Column.text("remark", "Remark", "备注"));
    }

    @Override
    public List<?> unique(MemberRow command) {
        return List.of(Arrays.asList(command.campaign(), command.lead(), command.contact(), command.contactSource()));
    }

    @Override
    public MemberRow read(RowValues row) {
        return new MemberRow(
                row.text("campaign"),
                row.text("lead"),
                row.text("contact"),
                row.text("contactSource"),
                row.instant("invitedAt"),
                row.instant("registeredAt"),
                row.instant("attendedAt"),
                row.instant("respondedAt"),
                row.text("remark"));
    }

    @Override
    public DomainEvent removed(CampaignMember member) {
        campaigns.requireChangeable(member.campaignId());
        return member.remove();
    }

    @Override
    public DomainEvent restored(CampaignMember member, Set<String> fields) {
        campaigns.requireChangeable(member.campaignId());
        return new CampaignMemberEvent.Updated(fields);
    }

    @Override
    public RowWriter<MemberRow, CampaignMember> writer(List<ImportRow<MemberRow>> rows) {
        return new MemberWriter(subjects.of(rows), members, campaigns);
    }
}
