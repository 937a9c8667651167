package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {

    private static void assertInterval(Interval interval, String low, String high) {
        assertThat(interval.low()).isEqualTo(low);
        assertThat(interval.high()).isEqualTo(high);
    }

    @Test
    void isThatOfTextbooks() {
        assertInterval(Interval.ofShare(8, 10), "0.4902", "0.9433");
        assertInterval(Interval.ofShare(0, 10), "0.0000", "0.2775");
        assertInterval(Interval.ofDifference(60, 20, 100), "0.2357", "0.5486");
        assertInterval(Interval.ofDifference(60, 20, 100).inPoints(), "23.57", "54.86");
        assertInterval(Interval.ofMean(5, 1, 10), "4.28", "5.72");
        assertInterval(Interval.ofMean(6.9, 1, 10).within(1, 7), "6.18", "7.00");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(Interval.ofShare(0, 0)).isNull();
        assertThat(Interval.ofDifference(0, 0, 0)).isNull();
        assertThat(Interval.ofMean(5, 0, 1)).isNull();
    }

    @Test
    void holdsTheTruthOfMostSamplesEvenSmallOnes() {
        var random = new Random(42);
        for (var promoters : new double[] {0.2, 0.5, 0.9}) {
            var detractors = (1 - promoters) * 0.6;
            for (var number : new int[] {10, 30, 200}) {
                assertThat(held(random, promoters, detractors, number))
                        .as("%s promoters of %s", promoters, number)
                        .isGreaterThan(0.93);
            }
        }
    }

    /** The share of samples whose interval holds the difference of the shares that they are drawn with. */
    private static double held(Random random, double promoters, double detractors, int number) {
        var samples = 4_000;
        var held = 0;
        for (var sample = 0; sample < samples; sample++) {
            var more = 0;
            var less = 0;
            for (var answer = 0; answer < number; answer++) {
                var chance = random.nextDouble();
                if (chance < promoters) {
                    more++;
                } else if (chance < promoters + detractors) {
                    less++;
                }
            }
            var interval = Interval.ofDifference(more, less, number);
            var truth = promoters - detractors;
            if (interval.low().doubleValue() <= truth
                    && truth <= interval.high().doubleValue()) {
                held++;
            }
        }
        return (double) held / samples;
    }
}
