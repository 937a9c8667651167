package io.kehu.servicedesk.improvement;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How improvement actions go out as a file. */
@ApplicationScoped
class ImprovementExport implements RowExport<Improvement> {

    private static final List<Column> COLUMNS = List.of(
            Column.text("name", "Title", "措施名称"),
            Column.text("description", "Description", "措施内容"),
            Column.of(ColumnType.DATE, "dueOn", "Due on", "期限"),
            Column.text("kind", "Kind", "指标"),
            Column.text("dimension", "Dimension", "改进维度"),
            Column.text("customerId", "Customer id", "客户ID"),
            Column.text("productId", "Product id", "产品ID"),
            Column.text("ticketType", "Ticket type code", "服务请求类型代码"),
            Column.text("ticketCategory", "Ticket category", "服务请求分类"),
            Column.text("agent", "Agent", "客服"),
            Column.text("questionnaire", "Questionnaire", "问卷"),
            Column.of(ColumnType.INTEGER, "days", "Days", "统计天数"),
            Column.text("owner", "Owner", "负责人"),
            Column.text("team", "Team", "所属部门"),
            Column.text("status", "Status", "措施状态"),
            Column.of(ColumnType.DECIMAL, "scoreBefore", "Score before", "改进前评分"),
            Column.of(ColumnType.INTEGER, "answersBefore", "Answers before", "改进前答复数"),
            Column.of(ColumnType.DECIMAL, "scoreAfter", "Score after", "改进后评分"),
            Column.of(ColumnType.INTEGER, "answersAfter", "Answers after", "改进后答复数"),
            Column.of(ColumnType.INSTANT, "endedAt", "Ended at", "结束时间"),
            Column.of(ColumnType.FLAG, "overdue", "Overdue", "逾期"));

    private final ImprovementRepository improvements;

    ImprovementExport(ImprovementRepository improvements) {
        this.improvements = improvements;
    }

    @Override
    public String resource() {
        return ImprovementImport.RESOURCE;
    }

    @Override
    public AggregateRepository<Improvement> repository() {
        return improvements;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Function<Improvement, ImprovementView> views(List<Improvement> records) {
        return Improvement::view;
    }
}
