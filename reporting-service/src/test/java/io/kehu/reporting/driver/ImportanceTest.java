package io.kehu.reporting.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    private static RealMatrix matrix(double[]... rows) {
        return new Array2DRowRealMatrix(rows);
    }

    /** Correlations of made-up columns, of which the later ones hold some of the earlier ones. */
    private static RealMatrix correlations(long seed, int predictors) {
        var random = new Random(seed);
        var rows = new double[200][predictors + 1];
        for (var figures : rows) {
            for (var column = predictors; column >= 0; column--) {
                figures[column] = random.nextGaussian();
                for (var other = column + 1; other <= predictors; other++) {
                    figures[column] += 0.3 * figures[other];
                }
            }
        }
        return Rows.sum(rows).correlations();
    }

    @Test
    void isTheSquaredCorrelationOfPredictorsThatHaveNothingInCommon() {
        var importance =
                Importance.of(matrix(new double[] {1, 0.6, -0.3}, new double[] {0.6, 1, 0}, new double[] {-0.3, 0, 1}));
        assertThat(importance.parts()[0]).isCloseTo(0.36, CLOSE);
        assertThat(importance.parts()[1]).isCloseTo(0.09, CLOSE);
        assertThat(importance.fit()).isCloseTo(0.45, CLOSE);
        assertThat(importance.coefficients()).containsExactly(new double[] {0.6, -0.3}, CLOSE);
    }

    /** Of two the average of both orders is (r1² + R² − r2²) / 2. */
    @Test
    void isTheAverageOfBothOrdersOfTwo() {
        var importance = Importance.of(
                matrix(new double[] {1, 0.6, 0.5}, new double[] {0.6, 1, 0.4}, new double[] {0.5, 0.4, 1}));
        var fit = (0.36 + 0.25 - 2 * 0.6 * 0.5 * 0.4) / (1 - 0.16);
        assertThat(importance.fit()).isCloseTo(fit, CLOSE);
        assertThat(importance.parts()[0]).isCloseTo((0.36 + fit - 0.25) / 2, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsUpToTheFitAndFollowsItsPredictorsInAnyOrder(long seed) {
        var random = new Random(seed);
        var predictors = 1 + random.nextInt(8);
        var correlations = correlations(seed, predictors);
        var importance = Importance.of(correlations);
        assertThat(DoubleStream.of(importance.parts()).sum()).isCloseTo(importance.fit(), CLOSE);
        assertThat(Arrays.stream(importance.parts()).boxed()).allMatch(part -> part >= -1e-12);
        var order = IntStream.rangeClosed(1, predictors).boxed().toList();
        var other = new ArrayList<>(order);
        Collections.shuffle(other, random);
        var columns = IntStream.concat(IntStream.of(0), other.stream().mapToInt(each -> each))
                .toArray();
        var shuffled = Importance.of(correlations.getSubMatrix(columns, columns));
        for (var place = 0; place < predictors; place++) {
            assertThat(shuffled.parts()[place]).isCloseTo(importance.parts()[other.get(place) - 1], CLOSE);
            assertThat(shuffled.coefficients()[place])
                    .isCloseTo(importance.coefficients()[other.get(place) - 1], CLOSE);
        }
    }

    /** Straight from the definition: what each adds to the fit, over all orders. */
    @Test
    void isTheAverageOverAllOrders() {
        var correlations = correlations(7, 4);
        var expected = new double[4];
        var orders = orders(4);
        for (var order : orders) {
            for (var place = 0; place < 4; place++) {
                expected[order[place] - 1] += (Regression.fit(correlations, 0, Arrays.copyOf(order, place + 1))
                                - Regression.fit(correlations, 0, Arrays.copyOf(order, place)))
                        / orders.length;
            }
        }
        assertThat(Importance.of(correlations).parts()).containsExactly(expected, CLOSE);
    }

    private static int[][] orders(int number) {
        return number == 1
                ? new int[][] {{1}}
                : Arrays.stream(orders(number - 1))
                        .flatMap(order -> IntStream.range(0, number).mapToObj(place -> inserted(order, place, number)))
                        .toArray(int[][]::new);
    }

    private static int[] inserted(int[] order, int place, int last) {
        return IntStream.concat(
                        IntStream.concat(Arrays.stream(order, 0, place), IntStream.of(last)),
                        Arrays.stream(order, place, order.length))
                .toArray();
    }

    @Test
    void refusesPredictorsThatAreTheSame() {
        assertThatThrownBy(() -> Importance.of(
                        matrix(new double[] {1, 0.5, 0.5}, new double[] {0.5, 1, 1}, new double[] {0.5, 1, 1})))
                .isInstanceOf(ArithmeticException.class);
    }
}
