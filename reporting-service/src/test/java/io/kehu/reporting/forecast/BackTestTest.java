package io.kehu.reporting.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTest {

    private static final AgedStage YOUNG = new AgedStage("standard", "needs-analysis", 0);
    private static final AgedStage OLD = new AgedStage("standard", "needs-analysis", 3);
    private static final int JANUARY = 2026 * 12;

    private static Observation seen(int month, AgedStage stage, Integer wonIn, long deals) {
        var won = BigDecimal.valueOf(wonIn == null ? 0 : deals * 100);
        return new Observation(month, stage, "CNY", wonIn, deals, deals, BigDecimal.valueOf(deals * 100), won, null);
    }

    @Test
    void learnsTheShareThatWasWonByStageAndAge() {
        var chances = WinChances.learn(
                List.of(
                        seen(JANUARY, YOUNG, 1, 400_000),
                        seen(JANUARY, YOUNG, 2, 100_000),
                        seen(JANUARY, YOUNG, null, 500_000),
                        seen(JANUARY, OLD, null, 1_000_000)),
                JANUARY + 12);
        assertThat(chances.in(1, YOUNG, JANUARY)).isCloseTo(0.4, within(0.001));
        assertThat(chances.in(2, YOUNG, JANUARY)).isCloseTo(0.1, within(0.001));
        assertThat(chances.within(3, YOUNG, JANUARY)).isCloseTo(0.5, within(0.001));
        assertThat(chances.within(12, OLD, JANUARY)).isCloseTo(0, within(0.001));
        assertThat(chances.in(1, new AgedStage("standard", "demo", 1), JANUARY)).isEqualTo(0.2);
    }

    @Test
    void drawsWhatFewDealsSayTowardsTheOthers() {
        var chances = WinChances.learn(
                List.of(seen(JANUARY, YOUNG, 1, 500), seen(JANUARY, YOUNG, null, 500), seen(JANUARY, OLD, 1, 1)),
                JANUARY + 12);
        assertThat(chances.in(1, OLD, JANUARY)).isBetween(0.5, 0.55);
    }

    /** Half are won in the first month of a quarter, none in the second. */
    @Test
    void mindsTheMonthOfTheQuarter() {
        var chances = WinChances.learn(
                List.of(
                        seen(JANUARY, YOUNG, 1, 5_000),
                        seen(JANUARY, YOUNG, null, 5_000),
                        seen(JANUARY + 1, YOUNG, null, 10_000)),
                JANUARY + 12);
        assertThat(chances.in(1, YOUNG, JANUARY + 12)).isCloseTo(0.5, within(0.001));
        assertThat(chances.in(1, YOUNG, JANUARY + 13)).isCloseTo(0, within(0.001));
        assertThat(chances.in(1, YOUNG, JANUARY + 14)).isCloseTo(0.25, within(0.001));
    }

    @Test
    void knowsNothingOfMonthsThatWereNotOver() {
        var observations = List.of(seen(JANUARY, YOUNG, 2, 50), seen(JANUARY, YOUNG, null, 50));
        assertThat(WinChances.learn(observations, JANUARY).reach(1)).isFalse();
        assertThat(WinChances.learn(observations, JANUARY + 1).in(2, YOUNG, JANUARY))
                .isZero();
        assertThat(WinChances.learn(observations, JANUARY + 2).in(2, YOUNG, JANUARY))
                .isEqualTo(0.5);
    }

    /** Half of the deals are won in the first month, in each quarter alike; in the last, two thirds are. */
    @Test
    void comparesEachQuarterWithWhatWasKnownWhenItBegan() {
        var observations = new ArrayList<Observation>();
        var won = WonMonths.empty();
        for (var month = JANUARY - 3; month < JANUARY + 6; month++) {
            var late = month == JANUARY + 3;
            observations.add(seen(month, YOUNG, 1, late ? 4_000 : 3_000));
            observations.add(seen(month, YOUNG, null, late ? 2_000 : 3_000));
            won.add(month, 3_000, BigDecimal.valueOf(300_000));
        }
        var tested = new BackTest(observations, won, "CNY").run(JANUARY + 6);
        assertThat(tested.quarters())
                .extracting(ForecastHistory.TestedQuarter::quarter)
                .containsExactly("2026-Q1", "2026-Q2");
        assertThat(tested.quarters().getFirst().expected().amount()).isEqualByComparingTo("300000");
        assertThat(tested.quarters().getFirst().came().amount()).isEqualByComparingTo("300000");
        assertThat(tested.quarters().getFirst().cameNew().amount()).isEqualByComparingTo("600000");
        assertThat(tested.quarters().getLast().expected().amount()).isEqualByComparingTo("300000");
        assertThat(tested.quarters().getLast().came().amount()).isEqualByComparingTo("400000");
        assertThat(tested.expectedError()).isEqualByComparingTo("0.1429");
        assertThat(tested.expectedBias()).isEqualByComparingTo("-0.1429");
        assertThat(tested.statedError()).isNull();
    }
}
