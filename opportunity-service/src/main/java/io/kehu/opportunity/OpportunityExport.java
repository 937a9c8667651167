package io.kehu.opportunity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.EventFamily;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How opportunities go out as a file. */
@ApplicationScoped
class OpportunityExport implements RowExport<Opportunity> {

    private final OpportunityRepository repository;
    private final References references;
    private final Campaigns campaigns;
    private final CustomFieldRules customFields;

    OpportunityExport(
            OpportunityRepository repository,
            References references,
            Campaigns campaigns,
            CustomFieldRules customFields) {
        this.repository = repository;
        this.references = references;
        this.campaigns = campaigns;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return Opportunities.RESOURCE;
    }

    @Override
    public AggregateRepository<Opportunity> repository() {
        return repository;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "商机名称"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("customer", "Customer", "客户"),
                Column.text("campaign", "Campaign", "市场活动"),
                Column.of(ColumnType.TEXTS, "competitors", "Competitors", "竞争对手"),
                Column.text("pipeline", "Pipeline", "销售流程"),
                Column.text("stage", "Stage", "销售阶段"),
                Column.of(ColumnType.INTEGER, "probability", "Probability", "赢率"),
                Column.of(ColumnType.DECIMAL, "amount", "Amount", "金额"),
                Column.text("currency", "Currency", "币种"),
                Column.of(ColumnType.DATE, "expectedCloseDate", "Expected close date", "预计成交日期"),
                Column.of(ColumnType.INSTANT, "openedAt", "Opened at", "开启时间"),
                Column.of(ColumnType.INSTANT, "closedAt", "Closed at", "关闭时间"),
                Column.of(ColumnType.INSTANT, "stageEnteredAt", "In stage since", "进入阶段时间"),
                Column.text("source", "Source", "商机来源"),
                Column.text("lostReason", "Lost reason", "丢单原因"),
                Column.of(ColumnType.TEXTS, "split", "Split", "业绩分配"),
                Column.text("nextStep", "Next step", "下一步"),
                Column.text("description", "Description", "描述"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"),
                Column.of(ColumnType.INTEGER, "pushCount", "Times postponed", "推迟次数"),
                Column.of(ColumnType.INSTANT, "lastFollowUpAt", "Last follow-up", "最近跟进时间"),
                Column.of(ColumnType.INSTANT, "idleSince", "Idle since", "停滞开始时间")));
        columns.addAll(CustomColumns.of(customFields.of(Opportunities.RESOURCE)));
        return List.copyOf(columns);
    }

    /** What an import takes otherwise than the view tells it. */
    record Row(
            String stage,
            String pipeline,
            List<String> split,
            String customer,
            String campaign,
            List<String> competitors,
            @JsonUnwrapped OpportunityView view) {}

    /** Customer and campaign by their numbers, or by the id where the caller may not see them: an import leaves that as it is. */
    @Override
    public Function<Opportunity, Row> views(List<Opportunity> records) {
        var customers = references.numbers(EventFamily.CUSTOMER, ids(records, OpportunityFields::customerId));
        var numbers = campaigns.numbers(ids(records, OpportunityFields::campaignId));
        return opportunity -> row(opportunity, customers, numbers);
    }

    private static Row row(Opportunity opportunity, Map<UUID, String> customers, Map<UUID, String> campaigns) {
        var fields = opportunity.fields();
        return new Row(
                fields.stage(),
                fields.pipeline(),
                fields.split().stream().map(TeamShare::text).toList(),
                named(customers, fields.customerId()),
                named(campaigns, fields.campaignId()),
                fields.competitors().stream().map(DealCompetitor::calledBy).toList(),
                opportunity.view());
    }

    private static String named(Map<UUID, String> numbers, UUID id) {
        return id == null ? null : numbers.getOrDefault(id, id.toString());
    }

    private static Set<UUID> ids(List<Opportunity> records, Function<OpportunityFields, UUID> what) {
        return records.stream()
                .map(record -> what.apply(record.fields()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
