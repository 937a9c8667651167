package io.kehu.platform.exchange;

import java.util.List;

/** What an export tells of a record that has a row for each of its parts, as {@link RowImport#groupBy} takes them back. */
public interface SeveralRows {

    /** At least one; all of one type, which is as {@link RowExport#views} says of the record that tells of a single row. */
    List<? extends Record> rows();
}
