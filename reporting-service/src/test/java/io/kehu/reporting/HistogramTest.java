package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static Histogram of(int... numbers) {
        var histogram = new Histogram();
        for (var number : numbers) {
            histogram.add(number, 1);
        }
        return histogram;
    }

    @Test
    void liesBetweenTheTwoNumbersNearest() {
        assertThat(of(1, 2, 3, 10).percentile(0.5)).isEqualTo(2.5);
        assertThat(of(10, 1, 3).percentile(0.5)).isEqualTo(3);
        assertThat(of(0, 10).percentile(0.9)).isEqualTo(9);
        assertThat(of(7).percentile(0.9)).isEqualTo(7);
        assertThat(of(1, 2, 6).mean()).isEqualByComparingTo("3");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(of().percentile(0.5)).isNull();
        assertThat(of().mean()).isNull();
        assertThat(of().count()).isZero();
    }

    @Test
    void forgetsWhatIsTakenBack() {
        var histogram = of(1, 2, 3, 4, 5);
        histogram.add(4, -1);
        histogram.add(5, -1);
        assertThat(histogram.count()).isEqualTo(3);
        assertThat(histogram.percentile(0.9)).isEqualTo(2.8);
    }
}
