package io.kehu.servicedesk.visit;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How return visits go out as a file. */
@ApplicationScoped
class VisitExport implements RowExport<Visit> {

    private static final List<Column> COLUMNS = List.of(
            Column.of(ColumnType.INSTANT, "plannedAt", "Planned at", "计划时间"),
            Column.text("purpose", "Purpose", "回访目的"),
            Column.text("customerId", "Customer id", "客户ID"),
            Column.text("contactId", "Contact id", "联系人ID"),
            Column.text("ticketId", "Ticket id", "服务请求ID"),
            Column.text("surveyId", "Survey id", "满意度调查ID"),
            Column.text("owner", "Owner", "负责人"),
            Column.text("team", "Team", "所属部门"),
            Column.text("status", "Status", "回访状态"),
            Column.text("result", "Result", "回访结果"),
            Column.text("reason", "Reason", "取消原因"),
            Column.of(ColumnType.INSTANT, "endedAt", "Ended at", "回访时间"),
            Column.of(ColumnType.FLAG, "overdue", "Overdue", "逾期"));

    private final VisitRepository visits;

    VisitExport(VisitRepository visits) {
        this.visits = visits;
    }

    @Override
    public String resource() {
        return VisitImport.RESOURCE;
    }

    @Override
    public AggregateRepository<Visit> repository() {
        return visits;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Function<Visit, VisitView> views(List<Visit> records) {
        return Visit::view;
    }
}
