package io.kehu.reporting.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers made with known weights: what is found must hold what they were made with. */
class SampleTest {

    /** The last one moves nothing and has nothing in common with the others. */
    private static final double[] WEIGHTS = {0.8, 0.5, -0.3, 0};

    private static final double COMMON = 0.6;
    private static final double NOISE = 1;
    private static final int[] COLUMNS =
            IntStream.rangeClosed(0, WEIGHTS.length).toArray();

    private record Answer(UUID id, double[] figures) {}

    /** The first three share one cause, so that they correlate. */
    private static List<Answer> answers(long seed, int number) {
        var random = new Random(seed);
        var answers = new ArrayList<Answer>();
        for (var count = 0; count < number; count++) {
            var figures = new double[WEIGHTS.length + 1];
            var shared = random.nextGaussian();
            figures[0] = NOISE * random.nextGaussian();
            for (var index = 0; index < WEIGHTS.length; index++) {
                figures[index + 1] = random.nextGaussian() + (index < 3 ? COMMON * shared : 0);
                figures[0] += WEIGHTS[index] * figures[index + 1];
            }
            answers.add(new Answer(new UUID(random.nextLong(), random.nextLong()), figures));
        }
        return answers;
    }

    private static int lot(UUID id) {
        var bits = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        return Math.floorMod(new SplittableRandom(bits).nextInt(), Sample.LOTS);
    }

    /** As the read model sums them up, but for how it hashes ids. */
    private static Sample sample(List<Answer> answers) {
        var lots = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> lot(answer.id()),
                        TreeMap::new,
                        Collectors.mapping(answer -> Rows.moments(answer.figures()), Collectors.toList())));
        return new Sample(
                COLUMNS.length,
                lots.values().stream()
                        .map(rows -> Moments.sum(COLUMNS.length, rows))
                        .toList());
    }

    /** What the weights mean, worked out without any answers. */
    private static RealMatrix truth() {
        var size = WEIGHTS.length + 1;
        var covariance = new Array2DRowRealMatrix(size, size);
        for (var one = 1; one < size; one++) {
            for (var other = 1; other < size; other++) {
                var shared = one <= 3 && other <= 3 ? COMMON * COMMON : 0;
                covariance.setEntry(one, other, shared + (one == other ? 1 : 0));
            }
        }
        for (var one = 1; one < size; one++) {
            var with = 0.0;
            for (var other = 1; other < size; other++) {
                with += WEIGHTS[other - 1] * covariance.getEntry(one, other);
            }
            covariance.setEntry(0, one, with);
            covariance.setEntry(one, 0, with);
        }
        var variance = NOISE * NOISE;
        for (var one = 1; one < size; one++) {
            variance += WEIGHTS[one - 1] * covariance.getEntry(0, one);
        }
        covariance.setEntry(0, 0, variance);
        var correlations = new Array2DRowRealMatrix(size, size);
        for (var one = 0; one < size; one++) {
            for (var other = 0; other < size; other++) {
                correlations.setEntry(
                        one,
                        other,
                        covariance.getEntry(one, other)
                                / Math.sqrt(covariance.getEntry(one, one) * covariance.getEntry(other, other)));
            }
        }
        return correlations;
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 3_000})
    void recoversTheWeightsWithinItsIntervals(int number) {
        var truth = Importance.of(truth());
        var samples = 40;
        var held = new int[WEIGHTS.length];
        var directions = new int[WEIGHTS.length];
        for (var seed = 0; seed < samples; seed++) {
            var sample = sample(answers(seed, number));
            var found = Importance.of(sample.all().correlations());
            var spread = new Spread(sample.draws(COLUMNS));
            for (var index = 0; index < WEIGHTS.length; index++) {
                var predictor = index;
                var interval = spread.around(found.parts()[index], draw -> draw.parts()[predictor], 0, 1);
                if (interval.low().doubleValue() <= truth.parts()[index] + 5e-5
                        && truth.parts()[index] <= interval.high().doubleValue() + 5e-5) {
                    held[index]++;
                }
                var coefficient =
                        spread.around(found.coefficients()[index], draw -> draw.coefficients()[predictor], -9, 9);
                if (coefficient.low().doubleValue() <= truth.coefficients()[index]
                        && truth.coefficients()[index] <= coefficient.high().doubleValue()) {
                    directions[index]++;
                }
            }
        }
        assertThat(Arrays.stream(held).boxed()).as("of 40 samples").allMatch(each -> each >= 34);
        assertThat(Arrays.stream(directions).boxed()).as("of 40 samples").allMatch(each -> each >= 34);
    }

    @Test
    void givesTheSameIntervalsOfTheSameAnswersInAnyOrder() {
        var answers = answers(1, 2_000);
        var one = new Spread(sample(answers).draws(COLUMNS));
        Collections.shuffle(answers, new Random(2));
        var other = new Spread(sample(answers).draws(COLUMNS));
        for (var index = 0; index < WEIGHTS.length; index++) {
            var predictor = index;
            assertThat(other.around(0.1, draw -> draw.parts()[predictor], 0, 1))
                    .isEqualTo(one.around(0.1, draw -> draw.parts()[predictor], 0, 1));
        }
    }

    @Test
    void knowsAConstantColumn() {
        var moments = Moments.sum(
                2,
                IntStream.range(0, 100_000)
                        .mapToObj(row -> Rows.moments(row % 10, 0.1))
                        .toList());
        assertThat(moments.isConstant(0)).isFalse();
        assertThat(moments.isConstant(1)).isTrue();
        assertThat(moments.correlations().getEntry(0, 1)).isNaN();
    }
}
