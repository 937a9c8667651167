package io.kehu.reporting;

import io.kehu.platform.table.Table;
import java.io.IOException;
import java.util.List;

/** A report that can also be told as one table. */
public interface Tabular {

    /** Keys of the headings, which {@link Labels} has words for. */
    List<String> columns();

    /** Texts, numbers, dates, or null for an empty cell. */
    List<List<?>> rows();

    default void writeTo(Table table, Labels labels) throws IOException {
        table.row(columns().stream().map(labels::text).toList());
        for (var row : rows()) {
            table.row(row);
        }
    }
}
