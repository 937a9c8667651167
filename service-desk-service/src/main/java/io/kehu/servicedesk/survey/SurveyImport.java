package io.kehu.servicedesk.survey;

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
import io.kehu.servicedesk.questionnaire.SurveyKind;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How answers of the past come in by file; nobody is told of low ones among them. */
@ApplicationScoped
class SurveyImport implements RowImport<SurveyRow, Survey> {

    static final String RESOURCE = "surveys";

    private final RowCustomers customers;
    private final RowTickets tickets;
    private final Numbers numbers;
    private final Directory directory;

    SurveyImport(RowCustomers customers, RowTickets tickets, Numbers numbers, Directory directory) {
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
        return EventFamily.SURVEY;
    }

    @Override
    public Class<Survey> entity() {
        return Survey.class;
    }

    @Override
    public List<Column> columns() {
        return Stream.of(
                        List.of(
                                Column.choice(SurveyKind.class, "kind", "Kind", "类型")
                                        .needed(),
                                Column.of(ColumnType.INTEGER, "score", "Score", "评分")
                                        .described(
                                                "CSAT 1 to 5, NPS 0 to 10, CES 1 to 7",
                                                "CSAT 为 1 到 5，NPS 为 0 到 10，CES 为 1 到 7")),
                        RowScores.columns(),
                        List.of(
                                Column.text("comment", "Comment", "评价"),
                                Column.of(ColumnType.INSTANT, "sentAt", "Sent at", "发送时间")
                                        .described("The time of the answer if none is given", "留空则与答复时间相同"),
                                Column.of(ColumnType.INSTANT, "answeredAt", "Answered at", "答复时间")
                                        .needed(),
                                Column.text("ticket", "Ticket", "服务请求")
                                        .described(
                                                "Number of the ticket, or its external id in the row's source",
                                                "服务请求编号，或其在本行来源中的外部编号"),
                                Column.text("customer", "Customer", "客户")
                                        .described(
                                                "External id of the customer; that of the ticket if none is given",
                                                "客户的外部编号，留空则为服务请求的客户"),
                                Column.text("customerSource", "Customer source", "客户外部来源")
                                        .described(
                                                "The system that the customer's external id belongs to; the row's own if none is given",
                                                "客户外部编号所属的系统，留空则与本行来源相同"),
                                Column.text("agent", "Agent", "客服")
                                        .described(
                                                "Username; that of the ticket if none is given", "用户名，留空则为服务请求的处理人")))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public SurveyRow read(RowValues row) {
        return new SurveyRow(
                row.choice("kind", SurveyKind.class),
                row.integer("score"),
                RowScores.read(row),
                row.text("comment"),
                row.instant("sentAt"),
                row.instant("answeredAt"),
                row.text("ticket"),
                row.text("customer"),
                row.text("customerSource"),
                row.text("agent"));
    }

    @Override
    public DomainEvent removed(Survey survey) {
        return survey.remove();
    }

    @Override
    public DomainEvent restored(Survey survey, Set<String> fields) {
        return survey.updated(fields);
    }

    @Override
    public RowWriter<SurveyRow, Survey> writer(List<ImportRow<SurveyRow>> rows) {
        return new SurveyWriter(customers.of(rows), tickets.of(rows), numbers, directory);
    }
}
