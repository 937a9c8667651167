package io.kehu.reporting.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.RealMatrix;

/**
 * Answers summed up so that they can be drawn again and again (bootstrap) without keeping or reading them again. They are spread
 * at random over a fixed number of lots, and what is drawn with replacement are lots: of few answers nearly every lot holds one,
 * which is the usual bootstrap; of many, lots are sums of independent answers, and vary by the same law. Where an answer
 * goes follows from its id alone, and the draws from a fixed seed, so the same answers always give the same intervals.
 */
final class Sample {

    private static final int LOTS = 512;
    private static final int DRAWS = 400;
    private static final long SEED = 20060417;

    private final double[] origin;
    private final Moments[] lots = new Moments[LOTS];

    /** @param origin figures near those of the rows */
    Sample(double[] origin) {
        this.origin = origin;
    }

    void add(UUID id, double[] row) {
        var lot = Math.floorMod(
                new SplittableRandom(id.getMostSignificantBits() ^ id.getLeastSignificantBits()).nextInt(), LOTS);
        if (lots[lot] == null) {
            lots[lot] = new Moments(origin);
        }
        lots[lot].add(row);
    }

    Moments all() {
        return sum(Stream.of(lots).filter(lot -> lot != null).toList());
    }

    private Moments sum(List<Moments> some) {
        var sum = new Moments(origin);
        some.forEach(sum::add);
        return sum;
    }

    /** The importance of some columns in each of many draws; draws in which it cannot be told are left out. */
    List<Importance> draws(int... columns) {
        var full = Stream.of(lots).filter(lot -> lot != null).toList();
        var random = new SplittableRandom(SEED);
        var draws = new ArrayList<Importance>();
        for (var draw = 0; draw < DRAWS; draw++) {
            var lotsOfDraw = IntStream.range(0, full.size())
                    .mapToObj(_ -> full.get(random.nextInt(full.size())))
                    .toList();
            var correlations = sum(lotsOfDraw).correlations().getSubMatrix(columns, columns);
            if (isKnown(correlations)) {
                add(draws, correlations);
            }
        }
        return draws;
    }

    private static void add(List<Importance> draws, RealMatrix correlations) {
        try {
            draws.add(Importance.of(correlations));
        } catch (MathIllegalArgumentException _) {
            // in this draw the predictors explain each other entirely
        }
    }

    private static boolean isKnown(RealMatrix correlations) {
        return Stream.of(correlations.getData()).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
    }
}
