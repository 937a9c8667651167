package io.kehu.reporting.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;

/**
 * Answers summed up so that they can be drawn again and again (bootstrap) without keeping or reading them again. They are spread
 * at random over a fixed number of lots, and what is drawn with replacement are lots: of few answers nearly every lot holds one,
 * which is the usual bootstrap; of many, lots are sums of independent answers, and vary by the same law. Where an answer
 * goes follows from its id alone, and the draws from a fixed seed, so the same answers always give the same intervals.
 *
 * @param columns of figures
 * @param lots    those that hold any answers, always in the same order
 */
record Sample(int columns, List<Moments> lots) {

    /** A power of two, so that some bits of a hash tell the lot. */
    static final int LOTS = 512;

    private static final int DRAWS = 400;
    private static final long SEED = 20060417;

    Moments all() {
        return Moments.sum(columns, lots);
    }

    /** The importance of some columns in each of many draws; draws in which it cannot be told are left out. */
    List<Importance> draws(int... some) {
        var random = new SplittableRandom(SEED);
        var draws = new ArrayList<Importance>();
        for (var draw = 0; draw < DRAWS; draw++) {
            var drawn = Stream.generate(() -> lots.get(random.nextInt(lots.size())))
                    .limit(lots.size())
                    .toList();
            var correlations = Moments.sum(columns, drawn).correlations().getSubMatrix(some, some);
            if (isKnown(correlations)) {
                add(draws, correlations);
            }
        }
        return draws;
    }

    private static void add(List<Importance> draws, RealMatrix correlations) {
        try {
            draws.add(Importance.of(correlations));
        } catch (ArithmeticException _) {
            // in this draw the predictors explain each other entirely
        }
    }

    private static boolean isKnown(RealMatrix correlations) {
        return Stream.of(correlations.getData()).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }
}
