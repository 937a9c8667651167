package io.kehu.reporting;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A report that can also be drawn: one bar below the other, or as a line if it goes through time. */
public interface Charted extends Tabular {

    String title(Labels labels);

    List<Bar> bars(Labels labels);

    /** A bar for each group, or for all where there are no groups. */
    static <R> List<Bar> bars(
            Labels labels, R total, List<R> groups, Function<R, String> name, BiFunction<String, R, Bar> bar) {
        return groups.isEmpty()
                ? List.of(bar.apply(labels.text("chart.all"), total))
                : groups.stream()
                        .map(group -> bar.apply(labels.orNone(name.apply(group)), group))
                        .toList();
    }

    /** Empty of a report that does not go through time. */
    default Optional<Trend> trend(Labels labels) {
        return Optional.empty();
    }
}
