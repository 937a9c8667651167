package io.kehu.servicedesk.past;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.servicedesk.Level;
import io.kehu.servicedesk.Priority;
import io.kehu.servicedesk.StatusUpdate;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.TicketFields;
import io.kehu.servicedesk.TicketStatus;
import io.kehu.servicedesk.priority.PriorityMatrices;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.sla.SlaClocks;
import io.kehu.servicedesk.type.TicketTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How past tickets come in by file: a row for each update, the rows of a ticket together. Nothing is put right: the order is
 * that of the file, and the last row tells how the ticket stands.
 */
@ApplicationScoped
class TicketImport implements RowImport<TicketRow, Ticket> {

    private static final List<Column> COLUMNS = List.of(
            Column.text("subject", "Subject", "主题").needed(),
            Column.text("description", "Description", "问题描述"),
            Column.text("category", "Category", "分类"),
            Column.text("channel", "Channel", "来源渠道"),
            Column.choice(Level.class, "impact", "Impact", "影响范围"),
            Column.choice(Level.class, "urgency", "Urgency", "紧急程度"),
            Column.choice(Priority.class, "priority", "Priority", "优先级")
                    .described("Follows from impact and urgency if none is given", "留空则由影响范围和紧急程度决定"),
            Column.text("customer", "Customer", "客户").described("External id of the customer", "客户的外部编号"),
            Column.text("customerSource", "Customer source", "客户外部来源")
                    .described(
                            "The system that the customer's external id belongs to; the row's own if none is given",
                            "客户外部编号所属的系统，留空则与本行来源相同"),
            Column.text("reporter", "Reporter", "请求人")
                    .described("Who asked, where that is no known contact", "请求人，非已有联系人时填写"),
            Column.of(ColumnType.INSTANT, "openedAt", "Opened at", "请求日期")
                    .described("The time of the first row if none is given", "留空则为第一行的时间"),
            Column.choice(TicketStatus.class, "status", "Status", "状态").needed(),
            Column.text("sourceStatus", "Source status", "原系统状态")
                    .described("The status in the words of the other system, kept as it is", "其他系统中的状态原文"),
            Column.of(ColumnType.INSTANT, "statusAt", "Status at", "状态时间")
                    .needed()
                    .described("When the row's update was made", "该行更新的时间"),
            Column.text("assignee", "Assignee", "处理人")
                    .described(
                            "Username; owns the ticket. Who is no user here is kept by name on tickets that are over",
                            "用户名，服务请求的负责人；已结束的服务请求可填写本系统没有的用户，仅保留姓名"),
            Column.text("group", "Group", "处理组"),
            Column.text("team", "Team", "所属部门")
                    .described("Group path, for instance /support/east", "部门路径，例如 /support/east"),
            Column.text("resolution", "Resolution", "解决方案"),
            Column.text("resolutionCode", "Resolution code", "解决代码"),
            Column.text("rootCause", "Root cause", "根本原因"),
            Column.of(ColumnType.INSTANT, "resolvedAt", "Resolved at", "解决时间")
                    .described("The time of the last row that says so if none is given", "留空则为最后一次该状态的时间"),
            Column.of(ColumnType.INSTANT, "closedAt", "Closed at", "关闭时间")
                    .described("The time of the last row that says so if none is given", "留空则为最后一次该状态的时间"),
            Column.of(ColumnType.INTEGER, "reopenCount", "Reopen count", "重新打开次数"),
            Column.of(ColumnType.FLAG, "slaMet", "SLA met", "是否达到SLA")
                    .described("The other system's verdict", "其他系统的结论"));

    private final RowCustomers customers;
    private final Numbers numbers;
    private final Directory directory;
    private final SlaClocks clocks;
    private final TicketTypes types;
    private final PriorityMatrices priorities;

    TicketImport(
            RowCustomers customers,
            Numbers numbers,
            Directory directory,
            SlaClocks clocks,
            TicketTypes types,
            PriorityMatrices priorities) {
        this.customers = customers;
        this.numbers = numbers;
        this.directory = directory;
        this.clocks = clocks;
        this.types = types;
        this.priorities = priorities;
    }

    @Override
    public String resource() {
        return "tickets";
    }

    @Override
    public EventFamily family() {
        return EventFamily.TICKET;
    }

    @Override
    public Class<Ticket> entity() {
        return Ticket.class;
    }

    @Override
    public List<Column> columns() {
        var type = Column.choice(types.active(), "type", "Type", "请求类型")
                .described("Code or name, also of a type that is not active any more", "请求类型的代码或名称，包括已停用的类型");
        return Stream.concat(COLUMNS.stream(), Stream.of(type)).toList();
    }

    @Override
    public Optional<String> groupBy() {
        return Optional.of("externalId");
    }

    @Override
    public TicketRow read(RowValues row) {
        var updates = row.group().stream().map(TicketImport::update).toList();
        var last = row.group().getLast();
        return new TicketRow(
                fields(last, updates.getFirst()),
                course(last, updates),
                last.text("type"),
                last.text("customerSource"),
                last.text("customer"));
    }

    private static StatusUpdate update(RowValues row) {
        var status = row.choice("status", TicketStatus.class);
        var at = row.instant("statusAt");
        requireValue(row, "status");
        requireValue(row, "statusAt");
        var sourceStatus = row.text("sourceStatus") == null ? row.text("status") : row.text("sourceStatus");
        return new StatusUpdate(status, sourceStatus, at, null);
    }

    private static void requireValue(RowValues row, String field) {
        if (row.text(field) == null) {
            row.refuse(field, "field.required");
        }
    }

    private static TicketFields fields(RowValues row, StatusUpdate first) {
        var openedAt = row.instant("openedAt");
        return new TicketFields(
                row.text("subject"),
                row.text("description"),
                null,
                row.text("category"),
                row.text("channel"),
                row.choice("impact", Level.class),
                row.choice("urgency", Level.class),
                row.choice("priority", Priority.class),
                null,
                null,
                null,
                null,
                row.text("reporter"),
                row.text("rootCause"),
                openedAt == null ? first.at() : openedAt);
    }

    private static PastCourse course(RowValues row, List<StatusUpdate> updates) {
        var status = updates.getLast().status();
        var closed = status == TicketStatus.CLOSED;
        var resolved = closed || status == TicketStatus.RESOLVED;
        return new PastCourse(
                row.text("assignee"),
                null,
                row.text("group"),
                row.text("team"),
                row.text("resolution"),
                row.text("resolutionCode"),
                resolved ? timeOf(row, "resolvedAt", TicketStatus.RESOLVED, updates) : null,
                closed ? timeOf(row, "closedAt", TicketStatus.CLOSED, updates) : null,
                row.integer("reopenCount"),
                row.flag("slaMet"),
                updates);
    }

    /** The time that the row states, else that of the last update which says so, else none: it is never invented. */
    private static Instant timeOf(RowValues row, String field, TicketStatus status, List<StatusUpdate> updates) {
        var stated = row.instant(field);
        return stated != null
                ? stated
                : updates.stream()
                        .filter(update -> update.status() == status)
                        .map(StatusUpdate::at)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }

    @Override
    public DomainEvent removed(Ticket ticket) {
        return ticket.remove();
    }

    @Override
    public DomainEvent restored(Ticket ticket, Set<String> fields) {
        return ticket.updated(fields);
    }

    @Override
    public List<Change> followingRevert(List<Ticket> tickets) {
        return clocks.ofPast(tickets.stream().map(Ticket::state).toList());
    }

    @Override
    public RowWriter<TicketRow, Ticket> writer(List<ImportRow<TicketRow>> rows) {
        return new TicketWriter(customers.of(rows), types.names(), priorities.current(), numbers, directory, clocks);
    }
}
