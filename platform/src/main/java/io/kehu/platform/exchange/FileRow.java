package io.kehu.platform.exchange;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number its number in a spreadsheet, where the headings are row 1
 * @param fault  why it could not be read as a row, a key of the message bundle, or null; its cells are a guess then
 */
record FileRow(long number, List<String> cells, String fault) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Characters in all cells. */
    int length() {
        return cells.stream().mapToInt(String::length).sum();
    }
}
