package io.kehu.platform.exchange;

import io.kehu.platform.table.CsvTable;
import io.kehu.platform.table.TableType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Empty files to fill in and send: a workbook with instructions, drop-downs and checks of its cells, or only the headings. */
@ApplicationScoped
class ImportTemplates {

    private static final int ROWS = 10_000;
    private static final double WIDTH = 20;
    private static final String TEXT = "@";

    private final ImportCatalogue catalogue;

    ImportTemplates(ImportCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(String resource, TableType type, boolean chinese, OutputStream out) throws IOException {
        var columns = StandardColumns.with(catalogue.require(resource));
        switch (type) {
            case CSV -> {
                try (var table = new CsvTable(out, ZoneOffset.UTC)) {
                    table.row(columns.stream()
                            .map(column -> heading(column, chinese))
                            .toList());
                }
            }
            case XLSX -> workbook(columns, chinese, out);
        }
    }

    /** Fails with 404 if nothing of this resource can be imported. */
    void require(String resource) {
        catalogue.require(resource);
    }

    private static String heading(Column column, boolean chinese) {
        var name = chinese ? column.chinese() : column.english();
        return column.required() ? name + "*" : name;
    }

    private static void workbook(List<Column> columns, boolean chinese, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "Kehu", "01.0000");
        var data = workbook.newWorksheet(chinese ? "数据" : "Data");
        var guide = workbook.newWorksheet(chinese ? "说明" : "Instructions");
        var lists = workbook.newWorksheet("lists");
        lists.setVisibilityState(VisibilityState.HIDDEN);
        data.freezePane(0, 1);
        for (var index = 0; index < columns.size(); index++) {
            column(data, lists, index, columns.get(index), chinese);
        }
        data.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("DDEBF7")
                .set();
        guide(guide, columns, chinese);
        workbook.finish();
    }

    private static void column(Worksheet data, Worksheet lists, int index, Column column, boolean chinese) {
        data.value(0, index, heading(column, chinese));
        data.width(index, WIDTH);
        var cells = data.range(1, index, ROWS, index);
        switch (column.type()) {
            case TEXT, TEXTS -> data.style(index).format(TEXT).set();
            case CHOICE, FLAG -> {
                var choices = choices(column, chinese);
                for (var row = 0; row < choices.size(); row++) {
                    lists.value(row, index, choices.get(row));
                }
                if (!choices.isEmpty()) {
                    cells.validateWithList(lists.range(0, index, choices.size() - 1, index))
                            .allowBlank(true)
                            .showErrorMessage(true)
                            .errorStyle(DataValidationErrorStyle.STOP)
                            .error(chinese ? "请从列表中选择" : "Choose one of the list");
                }
            }
            case INTEGER, DECIMAL, DATE, INSTANT -> {
                var date = column.type() == ColumnType.DATE || column.type() == ColumnType.INSTANT;
                if (date) {
                    data.style(index)
                            .format(column.type() == ColumnType.DATE ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss")
                            .set();
                }
                cells.validateWithFormula((column.type() == ColumnType.INTEGER ? "MOD(%s,1)=0" : "ISNUMBER(%s)")
                                .formatted(letters(index) + "2"))
                        .allowBlank(true)
                        .showErrorMessage(true)
                        .errorStyle(DataValidationErrorStyle.STOP)
                        .error(wrong(column.type(), chinese));
            }
        }
    }

    private static List<String> choices(Column column, boolean chinese) {
        return column.type() != ColumnType.FLAG ? column.choices() : chinese ? List.of("是", "否") : List.of("yes", "no");
    }

    private static String wrong(ColumnType type, boolean chinese) {
        return switch (type) {
            case INTEGER -> chinese ? "请输入整数" : "A whole number is needed";
            case DECIMAL -> chinese ? "请输入数字" : "A number is needed";
            case TEXT, TEXTS, FLAG, DATE, INSTANT, CHOICE ->
                chinese ? "请输入日期，例如 2026-01-05" : "A date is needed, for instance 2026-01-05";
        };
    }

    /** A for 0, AA for 26. */
    static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    private static void guide(Worksheet guide, List<Column> columns, boolean chinese) {
        var lines = new ArrayList<List<String>>();
        rules(chinese).forEach(rule -> lines.add(List.of(rule)));
        lines.add(List.of());
        lines.add(
                chinese
                        ? List.of("列", "字段", "必填", "格式", "可选值", "说明")
                        : List.of("Column", "Field", "Needed", "Format", "Values", "Description"));
        var headings = lines.size() - 1;
        columns.forEach(column -> lines.add(line(column, chinese)));
        IntStream.range(0, lines.size()).forEach(row -> {
            var line = lines.get(row);
            IntStream.range(0, line.size()).forEach(index -> guide.value(row, index, line.get(index)));
        });
        guide.range(headings, 0, headings, 5).style().bold().set();
        IntStream.range(0, 6).forEach(index -> guide.width(index, WIDTH));
    }

    private static List<String> rules(boolean chinese) {
        return chinese
                ? List.of(
                        "在第一个工作表中填写数据，每行一条记录；带 * 的列必填。",
                        "不要改动表头；不需要的列可以删除，列的顺序不限。",
                        "按“外部编号”和“外部来源”更新已有记录；重复导入同一文件不会产生变化。",
                        "更新时，空单元格会清空该字段；不想改动的列请整列删除。")
                : List.of(
                        "Fill in the first sheet, one record in a row; columns with * are needed.",
                        "Keep the headings; columns that you do not need may go, and their order does not matter.",
                        "Records are found again by external id and source; the same file again changes nothing.",
                        "In an update an empty cell clears the field; leave out the columns that are to stay.");
    }

    private static List<String> line(Column column, boolean chinese) {
        return List.of(
                heading(column, chinese),
                column.field(),
                column.required() ? (chinese ? "是" : "yes") : "",
                format(column.type(), chinese),
                String.join(", ", choices(column, chinese)),
                column.description(chinese));
    }

    private static String format(ColumnType type, boolean chinese) {
        return switch (type) {
            case TEXT -> chinese ? "文本" : "text";
            case TEXTS -> chinese ? "多个文本，用分号分隔" : "texts, separated by semicolons";
            case INTEGER -> chinese ? "整数" : "whole number";
            case DECIMAL -> chinese ? "数字" : "number";
            case FLAG -> chinese ? "是/否" : "yes or no";
            case DATE -> chinese ? "日期，例如 2026-01-05" : "date, for instance 2026-01-05";
            case INSTANT -> chinese ? "时间，例如 2026-01-05 09:30" : "time, for instance 2026-01-05 09:30";
            case CHOICE -> chinese ? "可选值之一" : "one of the values";
        };
    }
}
