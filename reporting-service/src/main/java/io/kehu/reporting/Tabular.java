package io.kehu.reporting;

import java.util.List;

/** A report that can also be told as one table. */
public interface Tabular {

    /** Keys of the headings, which {@link Labels} has words for. */
    List<String> columns();

    /** Texts, numbers, dates, or null for an empty cell. */
    List<List<?>> rows();
}
