package io.kehu.servicedesk.visit;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** How return visits come in by file: whom to call next, and what came of calls of the past. */
@ApplicationScoped
class VisitImport implements RowImport<VisitRow, Visit> {

    static final String RESOURCE = "visits";

    private static final List<Column> COLUMNS = List.of(
            Column.of(ColumnType.INSTANT, "plannedAt", "Planned at", "计划时间").needed(),
            Column.text("purpose", "Purpose", "回访目的"),
            Column.text("ticket", "Ticket", "服务请求")
                    .described("Number of the ticket, or its external id in the row's source", "服务请求编号，或其在本行来源中的外部编号"),
            Column.text("customer", "Customer", "客户")
                    .described(
                            "External id of the customer; that of the ticket if none is given", "客户的外部编号，留空则为服务请求的客户"),
            Column.text("customerSource", "Customer source", "客户外部来源")
                    .described(
                            "The system that the customer's external id belongs to; the row's own if none is given",
                            "客户外部编号所属的系统，留空则与本行来源相同"),
            Column.text("owner", "Owner", "负责人")
                    .described(
                            "Username of who calls, of a new visit; the importing user if none is given",
                            "新回访的负责人用户名，留空则为导入人"),
            Column.text("team", "Team", "所属部门")
                    .described("Group path, for instance /support/east, of a new visit", "新回访的部门路径，例如 /support/east"),
            Column.choice(Visit.Status.class, "status", "Status", "回访状态")
                    .described("PLANNED if none is given", "留空则为 PLANNED"),
            Column.text("result", "Result", "回访结果"),
            Column.text("reason", "Reason", "取消原因"),
            Column.of(ColumnType.INSTANT, "endedAt", "Ended at", "回访时间")
                    .described("Needed of one that is done or cancelled", "已回访或已取消的必填"));

    private final RowCustomers customers;
    private final RowTickets tickets;
    private final Numbers numbers;
    private final Directory directory;

    VisitImport(RowCustomers customers, RowTickets tickets, Numbers numbers, Directory directory) {
        this.customers = customers;
        this.tickets = tickets;
        this.numbers = numbers;
        this.directory = directory;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.VISIT;
    }

    @Override
    public Class<Visit> entity() {
        return Visit.class;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public VisitRow read(RowValues row) {
        return new VisitRow(
                new VisitFields(row.instant("plannedAt"), row.text("purpose"), null, null, null, null),
                new VisitEnd(
                        row.choice("status", Visit.Status.class),
                        row.text("result"),
                        row.text("reason"),
                        row.instant("endedAt")),
                row.text("ticket"),
                row.text("customer"),
                row.text("customerSource"),
                row.text("owner"),
                row.text("team"));
    }

    @Override
    public DomainEvent removed(Visit visit) {
        return visit.remove();
    }

    @Override
    public DomainEvent restored(Visit visit, Set<String> fields) {
        return visit.updated(fields);
    }

    @Override
    public RowWriter<VisitRow, Visit> writer(List<ImportRow<VisitRow>> rows) {
        return new VisitWriter(customers.of(rows), tickets.of(rows), numbers, directory);
    }
}
