package io.kehu.platform.exchange;

/** What the cells of a column hold. */
public enum ColumnType {
    TEXT,
    /** Several texts, separated by semicolons or the Chinese {@code 、}. */
    TEXTS,
    INTEGER,
    DECIMAL,
    FLAG,
    DATE,
    INSTANT,
    CHOICE
}
