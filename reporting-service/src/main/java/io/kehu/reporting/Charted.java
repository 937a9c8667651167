package io.kehu.reporting;

import java.util.List;
import java.util.Optional;

/** A report that can also be drawn: one bar below the other, or as a line if it goes through time. */
public interface Charted extends Tabular {

    String title(Labels labels);

    List<Bar> bars(Labels labels);

    /** Empty of a report that does not go through time. */
    default Optional<Trend> trend(Labels labels) {
        return Optional.empty();
    }
}
