package io.kehu.servicedesk.improvement;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** How improvement actions come in by file, open and measured from then on. */
@ApplicationScoped
class ImprovementImport implements RowImport<ImprovementRow, Improvement> {

    static final String RESOURCE = "improvements";

    private static final List<Column> COLUMNS = List.of(
            Column.text("name", "Title", "措施名称").needed(),
            Column.text("description", "Description", "措施内容"),
            Column.of(ColumnType.DATE, "dueOn", "Due on", "期限").needed(),
            Column.choice(SurveyKind.class, "kind", "Kind", "指标").described("CSAT if none is given", "留空则为 CSAT"),
            Column.text("dimension", "Dimension", "改进维度")
                    .described("As in questionnaires, for instance RESPONSE_SPEED", "与问卷一致，例如 RESPONSE_SPEED"),
            Column.text("customer", "Customer", "客户")
                    .described("External id of the customer whose answers count", "客户的外部编号，留空则为全部客户"),
            Column.text("customerSource", "Customer source", "客户外部来源")
                    .described(
                            "The system that the customer's external id belongs to; the row's own if none is given",
                            "客户外部编号所属的系统，留空则与本行来源相同"),
            Column.text("type", "Ticket type", "服务请求类型").described("Code or name of a ticket type", "请求类型的代码或名称"),
            Column.text("ticketCategory", "Ticket category", "服务请求分类"),
            Column.text("agent", "Agent", "客服"),
            Column.text("questionnaire", "Questionnaire", "问卷"),
            Column.of(ColumnType.INTEGER, "days", "Days", "统计天数").described("90 if none is given", "留空则为 90"),
            Column.text("owner", "Owner", "负责人")
                    .described("Username, of a new action; the importing user if none is given", "新措施的负责人用户名，留空则为导入人"),
            Column.text("team", "Team", "所属部门")
                    .described("Group path, for instance /support/east, of a new action", "新措施的部门路径，例如 /support/east"));

    private final ImprovementService service;
    private final RowCustomers customers;
    private final TicketTypes types;
    private final Directory directory;

    ImprovementImport(ImprovementService service, RowCustomers customers, TicketTypes types, Directory directory) {
        this.service = service;
        this.customers = customers;
        this.types = types;
        this.directory = directory;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.IMPROVEMENT;
    }

    @Override
    public Class<Improvement> entity() {
        return Improvement.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public ImprovementRow read(RowValues row) {
        var fields = new ImprovementFields(
                row.text("name"),
                row.text("description"),
                null,
                row.text("dimension"),
                null,
                null,
                null,
                row.text("ticketCategory"),
                row.text("agent"),
                row.text("questionnaire"),
                null,
                row.date("dueOn"),
                null,
                null);
        return new ImprovementRow(
                fields,
                row.choice("kind", SurveyKind.class),
                row.integer("days"),
                row.text("type"),
                row.text("customer"),
                row.text("customerSource"),
                row.text("owner"),
                row.text("team"));
    }

    @Override
    public DomainEvent removed(Improvement improvement) {
        return improvement.remove();
    }

    @Override
    public DomainEvent restored(Improvement improvement, Set<String> fields) {
        return improvement.updated(fields);
    }

    @Override
    public RowWriter<ImprovementRow, Improvement> writer(List<ImportRow<ImprovementRow>> rows) {
        return new ImprovementWriter(service, customers.of(rows), types.names(), directory);
    }
}
