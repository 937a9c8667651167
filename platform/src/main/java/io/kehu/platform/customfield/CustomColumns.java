package io.kehu.platform.customfield;

import io.kehu.events.CustomFields;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Custom fields as columns of files: {@code custom.key}, or 自定义 and the Chinese name. */
public final class CustomColumns {

    public static final String PREFIX = "custom.";

    private CustomColumns() {}

    public static List<Column> of(List<CustomField> fields) {
        var taken = new HashSet<String>();
        return fields.stream()
                .filter(CustomField::active)
                .map(field -> column(field, taken.add(field.zh()) ? field.zh() : field.key()))
                .toList();
    }

    private static Column column(CustomField field, String chinese) {
        var column = Column.of(type(field), PREFIX + field.key(), PREFIX + field.key(), "自定义." + chinese)
                .alsoCalled(field.zh(), field.en())
                .described(field.help() == null ? field.en() : field.help());
        return field.calculated() ? column.leavingWhenBlank() : column;
    }

    private static ColumnType type(CustomField field) {
        return switch (field.valueKind()) {
            case TEXT, CHOICE, FORMULA -> ColumnType.TEXT;
            case NUMBER -> ColumnType.DECIMAL;
            case DATE -> ColumnType.DATE;
            case BOOLEAN -> ColumnType.FLAG;
            case MULTI_CHOICE -> ColumnType.TEXTS;
        };
    }

    /** What a row says of them; null if it says nothing. */
    public static CustomFields read(List<CustomField> fields, RowValues row) {
        var values = new HashMap<String, Object>();
        for (var field : fields) {
            if (field.active() && !field.calculated()) {
                var column = PREFIX + field.key();
                values.put(
                        field.key(),
                        switch (field.kind()) {
                            case TEXT, CHOICE, FORMULA -> row.text(column);
                            case NUMBER -> row.decimal(column);
                            case DATE ->
                                row.date(column) == null
                                        ? null
                                        : row.date(column).toString();
                            case BOOLEAN -> row.flag(column);
                            case MULTI_CHOICE -> row.texts(column);
                        });
            }
        }
        values.values().removeIf(Objects::isNull);
        return values.isEmpty() ? null : new CustomFields(values);
    }
}
