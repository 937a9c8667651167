package io.kehu.platform.exchange;

import java.util.List;

/** The rows of one record: one, or several neighbours in a grouped import. */
record RowGroup(List<FileRow> rows) {

    long firstNumber() {
        return rows.getFirst().number();
    }

    long lastNumber() {
        return rows.getLast().number();
    }
}
