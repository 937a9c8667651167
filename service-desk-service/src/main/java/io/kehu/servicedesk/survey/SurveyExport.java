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
                Column.text("questionnaire", "Questionnaire", "问卷"),
                Column.text("occasion", "Occasion", "触发"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"),
                Column.text("ticketId", "Ticket id", "服务请求ID"),
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("contactId", "Contact id", "联系人ID"),
                Column.text("contractId", "Contract id", "合同ID"),
                Column.text("productId", "Product id", "产品ID"),
                Column.text("agent", "Agent", "客服"),
                Column.text("ticketType", "Ticket type", "服务请求类型"),
                Column.text("ticketCategory", "Ticket category", "服务请求分类"),
                Column.text("priority", "Priority", "优先级"),
                Column.text("status", "Status", "状态"),
                Column.of(ColumnType.INTEGER, "score", "Score", "评分"),
                Column.text("scores", "Scores", "分项评分"),
                Column.text("comment", "Comment", "评价"),
                Column.text("answeredBy", "Answered by", "答复方式"),
                Column.of(ColumnType.FLAG, "detractor", "Detractor", "贬损者"),
                Column.text("withheld", "Withheld", "未发送原因"),
                Column.of(ColumnType.INSTANT, "dueAt", "Due at", "计划发送时间"),
                Column.of(ColumnType.INSTANT, "sentAt", "Sent at", "发送时间"),
                Column.of(ColumnType.INSTANT, "expiresAt", "Expires at", "有效期至"),
                Column.of(ColumnType.INSTANT, "answeredAt", "Answered at", "答复时间"));
    }

    @Override
    public Function<Survey, SurveyView> views(List<Survey> records) {
        return Survey::view;
    }
}
