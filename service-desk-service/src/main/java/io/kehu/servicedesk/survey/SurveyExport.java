package io.kehu.servicedesk.survey;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How surveys go out as a file. */
@ApplicationScoped
class SurveyExport implements RowExport<Survey> {

    private final SurveyRepository repository;

    SurveyExport(SurveyRepository repository) {
        this.repository = repository;
    }

    @Override
    public String resource() {
        return "surveys";
    }

    @Override
    public AggregateRepository<Survey> repository() {
        return repository;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("kind", "Kind", "类型"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("ticketId", "Ticket id", "服务请求ID"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("agent", "Agent", "客服"),
                Column.text("ticketType", "Ticket type", "服务请求类型"),
                Column.text("priority", "Priority", "优先级"),
                Column.text("status", "Status", "状态"),
                Column.of(ColumnType.INTEGER, "score", "Score", "评分"),
                Column.text("scores", "Scores", "分项评分"),
                Column.text("comment", "Comment", "评价"),
                Column.of(ColumnType.INSTANT, "sentAt", "Sent at", "发送时间"),
                Column.of(ColumnType.INSTANT, "answeredAt", "Answered at", "答复时间"));
    }

    @Override
    public Function<Survey, SurveyView> views(List<Survey> records) {
        return Survey::view;
    }
}
