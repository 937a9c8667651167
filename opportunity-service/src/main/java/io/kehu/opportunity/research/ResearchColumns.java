package io.kehu.opportunity.research;

import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomField;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** The columns of a file of market research, and what the rows of one piece say. */
final class ResearchColumns {

    private static final List<Column> SAID_ONCE = List.of(
            Column.text("name", "Title", "调研主题").needed(),
            Column.text("customer", "Customer", "客户").described("External id of the customer", "客户的外部编号"),
            Column.text("customerSource", "Customer source", "客户外部来源")
                    .described(
                            "The system that the customer's external id belongs to; the row's own if none is given",
                            "客户外部编号所属的系统，留空则与本行来源相同"),
            Column.text("segment", "Segment", "细分市场"),
            Column.of(ColumnType.DATE, "researchedOn", "Day", "调研日期").needed(),
            Column.choice(MarketResearch.Method.class, "method", "Method", "调研方式")
                    .needed(),
            Column.text("conclusions", "Conclusions", "结论"),
            Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"));

    private static final List<Column> OF_A_NEED = List.of(
            Column.text("need", "Need", "需求")
                    .described(
                            "One in each row; the rows of one piece of research have one external id and stand together",
                            "每行一条；同一调研的各行外部编号相同且相邻"),
            Column.text("needCategory", "Product category", "产品类别"),
            Column.choice(Level.class, "needPriority", "Priority", "优先级"),
            Column.of(ColumnType.DECIMAL, "needBudget", "Budget", "预算"),
            Column.currency("needBudgetCurrency", "Currency of the budget", "预算币种"),
            Column.text("needTiming", "Timing", "时间计划"));

    private static final List<Column> OF_A_COMPETITOR = List.of(
            Column.text("competitor", "Competitor", "竞争对手").described("Name; one in each row", "名称，每行一个"),
            Column.text("competitorProduct", "Competing product", "竞品"),
            Column.of(ColumnType.DECIMAL, "competitorPrice", "Competing price", "竞品价格"),
            Column.currency("competitorPriceCurrency", "Currency of the price", "价格币种"),
            Column.text("competitorSource", "Who said so", "情报来源"),
            Column.choice(Level.class, "confidence", "Confidence", "可信度"),
            Column.text("finding", "Finding", "情报内容"));

    private ResearchColumns() {}

    static List<Column> all(List<CustomField> customFields) {
        var columns = new ArrayList<>(SAID_ONCE);
        columns.addAll(OF_A_NEED);
        columns.addAll(OF_A_COMPETITOR);
        columns.addAll(CustomColumns.of(customFields));
        return List.copyOf(columns);
    }

    static ResearchRow read(RowValues row, List<CustomField> customFields) {
        var tags = row.texts("tags");
        var fields = new ResearchFields(
                row.text("name"),
                null,
                row.text("segment"),
                row.date("researchedOn"),
                row.choice("method", MarketResearch.Method.class),
                null,
                null,
                row.text("conclusions"),
                tags == null ? null : Set.copyOf(tags),
                CustomColumns.read(customFields, row));
        return new ResearchRow(
                fields,
                row.text("customer"),
                row.text("customerSource"),
                ofEach(row, ResearchColumns::need),
                ofEach(row, ResearchColumns::competitor));
    }

    private static <P> List<P> ofEach(RowValues row, Function<RowValues, P> part) {
        var parts = row.group().stream().map(part).filter(Objects::nonNull).toList();
        return parts.isEmpty() ? null : parts;
    }

    private static Need need(RowValues row) {
        return saysNothing(row, OF_A_NEED, "need")
                ? null
                : new Need(
                        row.text("need"),
                        row.text("needCategory"),
                        row.choice("needPriority", Level.class),
                        row.money("needBudget", "needBudgetCurrency"),
                        row.text("needTiming"));
    }

    private static Intelligence competitor(RowValues row) {
        return saysNothing(row, OF_A_COMPETITOR, "competitor")
                ? null
                : new Intelligence(
                        null,
                        row.text("competitor"),
                        row.text("competitorProduct"),
                        row.money("competitorPrice", "competitorPriceCurrency"),
                        row.text("competitorSource"),
                        row.choice("confidence", Level.class),
                        row.text("finding"));
    }

    /** Refuses a row that says something but not the one thing that is needed. */
    private static boolean saysNothing(RowValues row, List<Column> columns, String needed) {
        if (columns.stream().map(Column::field).map(row::text).allMatch(Objects::isNull)) {
            return true;
        }
        if (row.text(needed) == null) {
            row.refuse(needed, "field.required");
        }
        return false;
    }
}
