package io.kehu.opportunity.lead;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.opportunity.assignment.AssignTo;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How leads come in by file, for instance from a fair. */
@ApplicationScoped
class LeadImport implements RowImport<LeadRow, Lead> {

    private final Numbers numbers;
    private final Directory directory;
    private final LeadTerms terms;
    private final LeadCandidates candidates;
    private final AutoAssignment assignment;
    private final CustomFieldRules customFields;
    private final Campaigns campaigns;

    LeadImport(
            Numbers numbers,
            Directory directory,
            LeadTerms terms,
            LeadCandidates candidates,
            AutoAssignment assignment,
            CustomFieldRules customFields,
            Campaigns campaigns) {
        this.numbers = numbers;
        this.directory = directory;
        this.terms = terms;
        this.candidates = candidates;
        this.assignment = assignment;
        this.customFields = customFields;
        this.campaigns = campaigns;
    }

    @Override
    public String resource() {
        return LeadTerms.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.LEAD;
    }

    @Override
    public Class<Lead> entity() {
        return Lead.class;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "线索名称").needed(),
                Column.text("company", "Company", "公司"),
                Column.text("person", "Person", "联系人"),
                Column.text("title", "Title", "职务"),
                Column.text("phone", "Phone", "电话"),
                Column.text("email", "E-mail", "邮箱"),
                Column.text("source", "Source", "来源渠道").needed(),
                Column.text("campaign", "Campaign", "市场活动").described("Number of the campaign", "市场活动编号"),
                Column.text("industry", "Industry", "行业"),
                Column.text("region", "Region", "地区"),
                Column.of(ColumnType.TEXTS, "interests", "Interests", "意向产品"),
                Column.of(ColumnType.DECIMAL, "budget", "Budget", "预算"),
                Column.currency("currency", "Currency", "币种"),
                Column.of(ColumnType.INTEGER, "score", "Score", "评分"),
                Column.text("remark", "Remark", "备注"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"),
                Column.text("owner", "Owner", "负责人")
                        .described("Username; the importing user if none is given")
                        .leavingWhenBlank(),
                Column.text("team", "Team", "所属部门")
                        .described("Group path, for instance /sales/east")
                        .leavingWhenBlank(),
                Column.choice(AssignTo.class, "assign", "Assign", "自动分配")
                        .described(
                                "AUTO gives a new one without an owner to whom the assignment rules choose, and to the importing user if none fits",
                                "AUTO 表示按自动分配规则分配未填负责人的新记录，无适用规则时归导入人")));
        columns.addAll(CustomColumns.of(customFields.of(LeadTerms.RESOURCE)));
        return List.copyOf(columns);
    }

    @Override
    public LeadRow read(RowValues row) {
        var interests = row.texts("interests");
        var tags = row.texts("tags");
        var fields = new LeadFields(
                row.text("name"),
                row.text("company"),
                row.text("person"),
                row.text("title"),
                row.text("phone"),
                row.text("email"),
                row.text("source"),
                null,
                row.text("industry"),
                row.text("region"),
                interests == null ? null : Set.copyOf(interests),
                row.money("budget", "currency"),
                row.integer("score"),
                row.text("remark"),
                null,
                CustomColumns.read(customFields.of(LeadTerms.RESOURCE), row),
                tags == null ? null : Set.copyOf(tags));
        return new LeadRow(fields, row.text("campaign"), row.text("owner"), row.text("team"), assign(row));
    }

    private static AssignTo assign(RowValues row) {
        var assign = row.choice("assign", AssignTo.class);
        if (assign == AssignTo.AUTO && row.text("owner") != null) {
            row.refuse("assign", "assignment.owner-given");
        }
        return assign;
    }

    @Override
    public DomainEvent removed(Lead lead) {
        return lead.remove();
    }

    @Override
    public DomainEvent restored(Lead lead, Set<String> fields) {
        return lead.updated(fields);
    }

    @Override
    public RowWriter<LeadRow, Lead> writer(List<ImportRow<LeadRow>> rows) {
        var named = rows.stream()
                .map(row -> row.command().campaign())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new LeadWriter(
                numbers, directory, terms, candidates, assignment, campaigns.byNumber(named), new HashMap<>());
    }
}
