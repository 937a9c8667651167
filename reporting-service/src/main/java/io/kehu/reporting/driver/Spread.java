package io.kehu.reporting.driver;

import io.kehu.reporting.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The intervals that draws of a sample give: basic bootstrap intervals, which are turned round the figure of the whole sample (A.
 * C. Davison, D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 5.2). Draws have more chance in them than the
 * sample and so find a little importance in what has none; turned round, that is taken away instead of added.
 */
record Spread(List<Importance> draws) {

    private static final int FEWEST = 200;
    private static final double TAIL = 0.025;

    /** Null if too few draws could tell. */
    Interval around(double figure, ToDoubleFunction<Importance> drawn, double least, double most) {
        if (draws.size() < FEWEST) {
            return null;
        }
        var sorted = draws.stream().mapToDouble(drawn).sorted().toArray();
        return Interval.between(
                Math.clamp(2 * figure - quantile(sorted, 1 - TAIL), least, most),
                Math.clamp(2 * figure - quantile(sorted, TAIL), least, most));
    }

    private static double quantile(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
