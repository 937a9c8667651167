package io.kehu.platform.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that every import and every export has besides its own. */
final class StandardColumns {

    static final String EXTERNAL_ID = "externalId";
    static final String EXTERNAL_SOURCE = "externalSource";

    /** Where a row says no source. */
    static final String DEFAULT_SOURCE = "import";

    private static final List<Column> KEY = List.of(
            Column.text(EXTERNAL_ID, "External id", "外部编号")
                    .described("The record's key in the other system", "该记录在其他系统中的编号"),
            Column.text(EXTERNAL_SOURCE, "External source", "外部来源")
                    .described("The other system's name; import if none is given", "其他系统的名称，默认为 import"));

    /** What an export tells of every record in the end. */
    static final List<Column> LIFESPAN = List.of(
            Column.of(ColumnType.INSTANT, "createdAt", "Created at", "创建时间"),
            Column.text("createdBy", "Created by", "创建人"),
            Column.of(ColumnType.INSTANT, "updatedAt", "Updated at", "更新时间"),
            Column.text("updatedBy", "Updated by", "更新人"));

    private static final Column NUMBER = Column.text("number", "Number", "编号");
    private static final Column ROW = Column.text("importRow", "Import row", "导入行号");
    private static final Column ERRORS = Column.text("importErrors", "Import errors", "导入错误");

    private StandardColumns() {}

    static List<Column> with(RowImport<?, ?> description) {
        var all = new ArrayList<>(KEY);
        all.addAll(description.columns());
        return all;
    }

    /** The number stands among the columns of the kind, or else before the end. */
    static List<Column> with(RowExport<?> description) {
        var all = new ArrayList<>(KEY);
        all.addAll(description.columns());
        if (all.stream().noneMatch(column -> column.isMeantBy(NUMBER.field()) || column.isMeantBy(NUMBER.chinese()))) {
            all.add(NUMBER);
        }
        all.addAll(LIFESPAN);
        return all;
    }

    static Set<String> fields(RowImport<?, ?> description) {
        var fields = new LinkedHashSet<String>();
        with(description).forEach(column -> fields.add(column.field()));
        return fields;
    }

    /** Whether an error file added this column, which is left out when the corrected file is sent again. */
    static boolean isOfErrorFile(String heading) {
        return ROW.isMeantBy(heading) || ERRORS.isMeantBy(heading);
    }

    static List<String> errorHeadings(boolean chinese) {
        return chinese ? List.of(ROW.chinese(), ERRORS.chinese()) : List.of(ROW.english(), ERRORS.english());
    }
}
