package io.kehu.reporting.forecast;

import io.kehu.events.Money;
import io.kehu.reporting.Shares;
import io.kehu.reporting.forecast.ForecastHistory.TestedQuarter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Forecasts the past quarters with what was known when each began, and compares with what came of the deals that were open
 * then. The error is the WAPE: Σ |forecast − came| ÷ Σ came.
 */
final class BackTest {

    private static final int QUARTERS = 8;
    private static final int QUARTER = 3;

    private final Collection<Observation> observations;
    private final WonMonths won;
    private final String currency;

    BackTest(Collection<Observation> observations, WonMonths won, String currency) {
        this.observations = observations;
        this.won = won;
        this.currency = currency;
    }

    /** @param now number of the present month, which is not over */
    ForecastHistory.Tested run(int now) {
        var last = now - Math.floorMod(now, QUARTER);
        var quarters = IntStream.rangeClosed(1, QUARTERS)
                .map(back -> last - (QUARTERS + 1 - back) * QUARTER)
                .mapToObj(this::test)
                .filter(Objects::nonNull)
                .toList();
        var came = sum(quarters, TestedQuarter::came);
        var tested =
                quarters.stream().filter(quarter -> quarter.stated() != null).toList();
        return new ForecastHistory.Tested(
                quarters,
                error(quarters, TestedQuarter::expected),
                Shares.share(sum(quarters, TestedQuarter::expected).subtract(came), came),
                error(tested, TestedQuarter::stated));
    }

    /** Null where nothing was open, or no deal had been followed for three months. */
    private TestedQuarter test(int first) {
        var open = observations.stream().filter(each -> each.month() == first).toList();
        var chances = WinChances.learn(observations, first);
        if (open.isEmpty() || !chances.reach(QUARTER)) {
            return null;
        }
        var average = won.average(first);
        var expected = open.stream()
                .mapToDouble(each -> each.worth(average) * chances.within(QUARTER, each.stage(), first))
                .sum();
        var came = open.stream()
                .filter(each -> each.wonIn() != null && each.wonIn() <= QUARTER)
                .map(Observation::wonAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var all =
                IntStream.range(first, first + QUARTER).mapToObj(won::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var stated =
                open.stream().map(Observation::stated).filter(Objects::nonNull).reduce(BigDecimal::add);
        return new TestedQuarter(
                "%d-Q%d".formatted(first / 12, Math.floorMod(first, 12) / QUARTER + 1),
                open.stream().mapToLong(Observation::deals).sum(),
                stated.map(this::money).orElse(null),
                money(BigDecimal.valueOf(expected)),
                money(came),
                money(all.subtract(came)));
    }

    private Money money(BigDecimal amount) {
        return new Money(Shares.rounded(amount), currency);
    }

    private static BigDecimal error(List<TestedQuarter> quarters, Function<TestedQuarter, Money> forecast) {
        var missed = quarters.stream()
                .map(quarter -> forecast.apply(quarter)
                        .amount()
                        .subtract(quarter.came().amount())
                        .abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Shares.share(missed, sum(quarters, TestedQuarter::came));
    }

    private static BigDecimal sum(List<TestedQuarter> quarters, Function<TestedQuarter, Money> figure) {
        return quarters.stream()
                .map(quarter -> figure.apply(quarter).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
