package io.kehu.opportunity;

import java.util.ArrayList;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.customfield.CustomColumns;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How opportunities go out as a file. */
@ApplicationScoped
class OpportunityExport implements RowExport<Opportunity> {

    private final OpportunityRepository repository;
    private final CustomFieldRules customFields;

    OpportunityExport(OpportunityRepository repository, CustomFieldRules customFields) {
        this.repository = repository;
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
                Column.text("nextStep", "Next step", "下一步"),
                Column.text("description", "Description", "描述"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"),
                Column.of(ColumnType.INTEGER, "pushCount", "Times postponed", "推迟次数"),
                Column.of(ColumnType.INSTANT, "lastFollowUpAt", "Last follow-up", "最近跟进时间"),
                Column.of(ColumnType.INSTANT, "idleSince", "Idle since", "停滞开始时间")));
        columns.addAll(CustomColumns.of(customFields.of(Opportunities.RESOURCE)));
        return List.copyOf(columns);
    }

    /** The stage by its code, as an import takes it. */
    record Row(String stage, String pipeline, @JsonUnwrapped OpportunityView view) {

        static Row of(Opportunity opportunity) {
            var view = opportunity.view();
            var stage = view.state().stage();
            return new Row(stage.code(), stage.pipeline(), view);
        }
    }

    @Override
    public Function<Opportunity, Row> views(List<Opportunity> records) {
        return Row::of;
    }
}
