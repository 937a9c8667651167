package io.kehu.platform.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file of rows, written as they come and never held. A cell is null, a text, a number, a Boolean, a
 * {@link java.time.LocalDate} or a {@link java.time.Instant}; texts are neutralised ({@link Formulas}), numbers stay numbers.
 */
public sealed interface Table extends Closeable permits CsvTable, SheetTable {

    void row(List<?> cells) throws IOException;

    /** Completes the file; without it a reader sees that the file broke off, as far as its format can show that. */
    @Override
    void close() throws IOException;
}
