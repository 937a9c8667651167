package io.kehu.opportunity.past;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.OpportunityEvent;
import io.kehu.opportunity.Opportunities;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.StageLog;
import io.kehu.opportunity.assignment.AssignTo;
import io.kehu.opportunity.loss.LostReasons;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomField;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How the past of deals comes in by file: as it was, not held to the rules of the pipeline. */
@ApplicationScoped
class OpportunityImport implements RowImport<OpportunityRow, Opportunity> {

    private static final List<Column> COLUMNS = List.of(
            Column.text("name", "Name", "商机名称")
                    .described("Made of product and customer if none is given", "留空则由产品和客户生成"),
            Column.text("owner", "Owner", "负责人")
                    .described("Username; the importing user if none is given", "用户名，留空则为导入人")
                    .leavingWhenBlank(),
            Column.text("team", "Team", "所属部门")
                    .described("Group path, for instance /sales/east", "部门路径，例如 /sales/east")
                    .leavingWhenBlank(),
            Column.choice(AssignTo.class, "assign", "Assign", "自动分配")
                    .described(
                            "AUTO gives a new one without an owner to whom the assignment rules choose, and to the importing user if none fits",
                            "AUTO 表示按自动分配规则分配未填负责人的新记录，无适用规则时归导入人"),
            Column.text("customer", "Customer", "客户")
                    .described("Number of the customer, or its external id in the row's source", "客户编号，或客户在本行来源中的外部编号"),
            Column.text("customerSource", "Customer source", "客户外部来源")
                    .described(
                            "The system that the customer's external id belongs to; the row's own if none is given",
                            "客户外部编号所属的系统，留空则与本行来源相同"),
            Column.text("product", "Product", "产品")
                    .described("Code of the product, or its external id in the row's source", "产品编码，或产品在本行来源中的外部编号"),
            Column.text("campaign", "Campaign", "市场活动").described("Number of the campaign", "市场活动编号"),
            Column.of(ColumnType.TEXTS, "competitors", "Competitors", "竞争对手")
                    .described("Names, separated by semicolons", "名称，以分号分隔"),
            Column.text("pipeline", "Pipeline", "销售流程")
                    .described(
                            "Code or name; a deal that is here already goes on in its own, a new one in STANDARD if none is given",
                            "代码或名称，留空则已有商机保持原流程，新商机进入 STANDARD"),
            Column.text("stage", "Stage", "销售阶段")
                    .described("Code or name; the first stage if none is given", "阶段编码或名称，留空则为第一阶段"),
            Column.of(ColumnType.INSTANT, "openedAt", "Opened at", "开启时间"),
            Column.of(ColumnType.INSTANT, "closedAt", "Closed at", "关闭时间")
                    .described("For won and lost deals only", "仅用于赢单和输单"),
            Column.of(ColumnType.DECIMAL, "amount", "Amount", "金额"),
            Column.currency("currency", "Currency", "币种"),
            Column.of(ColumnType.DATE, "expectedCloseDate", "Expected close date", "预计成交日期"),
            Column.text("source", "Source", "商机来源"),
            Column.text("lostReason", "Lost reason", "丢单原因")
                    .described(
                            "Key or name of a reason of the company; NOT_RECORDED if a lost deal gives none",
                            "丢单原因的代码或名称，输单未填时为 NOT_RECORDED"),
            Column.of(ColumnType.TEXTS, "split", "Split", "业绩分配")
                    .described(
                            "Username and share of each, which add up to 1, for instance li.lei=0.6;han.mei=0.4",
                            "各人用户名与比例，合计为 1，例如 li.lei=0.6;han.mei=0.4"),
            Column.text("nextStep", "Next step", "下一步"),
            Column.text("description", "Description", "描述"),
            Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"));

    private final PipelineRepository pipelines;
    private final RowReferences references;
    private final RowPasts pasts;
    private final LostReasons reasons;
    private final Numbers numbers;
    private final RowOwners owners;
    private final StageColumns stageColumns;
    private final StageLog log;
    private final CustomFieldRules customFields;

    OpportunityImport(
            PipelineRepository pipelines,
            RowReferences references,
            RowPasts pasts,
            LostReasons reasons,
            Numbers numbers,
            RowOwners owners,
            StageColumns stageColumns,
            StageLog log,
            CustomFieldRules customFields) {
        this.pipelines = pipelines;
        this.references = references;
        this.pasts = pasts;
        this.reasons = reasons;
        this.numbers = numbers;
        this.owners = owners;
        this.stageColumns = stageColumns;
        this.log = log;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return Opportunities.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.OPPORTUNITY;
    }

    @Override
    public Class<Opportunity> entity() {
        return Opportunity.class;
    }

    @Override
    public List<Column> columns() {
        return Stream.of(COLUMNS, stageColumns.all(), CustomColumns.of(ownFields()))
                .flatMap(List::stream)
                .toList();
    }

    private List<CustomField> ownFields() {
        return customFields.of(Opportunities.RESOURCE);
    }

    @Override
    public OpportunityRow read(RowValues row) {
        var tags = row.texts("tags");
        return new OpportunityRow(
                row.text("name"),
                row.text("owner"),
                row.text("team"),
                row.text("customerSource"),
                row.text("customer"),
                row.text("product"),
                row.text("pipeline"),
                row.text("stage"),
                row.instant("openedAt"),
                row.instant("closedAt"),
                row.money("amount", "currency"),
                row.date("expectedCloseDate"),
                row.text("source"),
                row.text("lostReason"),
                row.text("nextStep"),
                row.text("description"),
                StageColumns.read(row),
                tags == null ? null : Set.copyOf(tags),
                CustomColumns.read(ownFields(), row),
                RowOwners.assign(row),
                RowOwners.split(row),
                row.text("campaign"),
                RowReferences.names(row.texts("competitors")));
    }

    @Override
    public DomainEvent removed(Opportunity opportunity) {
        return opportunity.remove();
    }

    @Override
    public DomainEvent restored(Opportunity opportunity, Set<String> fields) {
        return new OpportunityEvent.ImportReverted(log.sinceLastCause(opportunity), fields);
    }

    @Override
    public RowWriter<OpportunityRow, Opportunity> writer(List<ImportRow<OpportunityRow>> rows) {
        return new OpportunityWriter(
                RowPipelines.of(pipelines),
                references.of(rows),
                pasts.of(rows),
                reasons.keysByText(),
                numbers,
                owners,
                customFields,
                new HashMap<>());
    }
}
