package io.kehu.servicedesk;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How tickets go out as a file. */
@ApplicationScoped
class TicketExport implements RowExport<Ticket> {

    private final TicketRepository repository;

    TicketExport(TicketRepository repository) {
        this.repository = repository;
    }

    @Override
    public String resource() {
        return "tickets";
    }

    @Override
    public AggregateRepository<Ticket> repository() {
        return repository;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("subject", "Subject", "主题"),
                Column.text("description", "Description", "描述"),
                Column.text("reporter", "Reporter", "报告人"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("contactId", "Contact id", "联系人ID"),
                Column.text("contractId", "Contract id", "合同ID"),
                Column.text("productId", "Product id", "产品ID"),
                Column.text("type", "Type", "类型"),
                Column.text("category", "Category", "分类"),
                Column.text("channel", "Channel", "渠道"),
                Column.text("impact", "Impact", "影响范围"),
                Column.text("urgency", "Urgency", "紧急程度"),
                Column.text("priority", "Priority", "优先级"),
                Column.text("status", "Status", "状态"),
                Column.text("assignee", "Assignee", "处理人"),
                Column.text("sourceAssignee", "Assignee in the former system", "原系统处理人"),
                Column.text("group", "Group", "处理组"),
                Column.text("resolutionCode", "Resolution code", "解决代码"),
                Column.text("rootCause", "Root cause", "根本原因"),
                Column.text("resolution", "Resolution", "解决方案"),
                Column.of(ColumnType.INSTANT, "openedAt", "Opened at", "提交时间"),
                Column.of(ColumnType.INSTANT, "resolvedAt", "Resolved at", "解决时间"),
                Column.of(ColumnType.INSTANT, "closedAt", "Closed at", "关闭时间"),
                Column.of(ColumnType.INTEGER, "reopenCount", "Times reopened", "重新打开次数"),
                Column.of(ColumnType.FLAG, "slaMet", "SLA met", "是否达到SLA"),
                Column.text("slaPolicy", "SLA policy", "服务级别策略"),
                Column.of(ColumnType.INSTANT, "slaDueAt", "SLA due at", "服务级别到期时间"),
                Column.of(ColumnType.FLAG, "slaBreached", "SLA breached", "是否违反SLA"),
                Column.of(ColumnType.INSTANT, "firstRespondedAt", "First responded at", "首次响应时间"),
                Column.text("entitlement", "Entitlement", "服务权益"));
    }

    @Override
    public Function<Ticket, TicketView> views(List<Ticket> records) {
        return Ticket::view;
    }
}
