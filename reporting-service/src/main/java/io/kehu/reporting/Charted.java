package io.kehu.reporting;

import java.util.List;

/** A report that can also be drawn, one bar below the other. */
public interface Charted extends Tabular {

    String title(Labels labels);

    List<Bar> bars(Labels labels);
}
