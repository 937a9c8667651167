package io.kehu.reporting.forecast;

import io.kehu.events.Money;
import io.kehu.reporting.Amounts;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.forecast.ForecastHistory.Rate;
import io.kehu.reporting.forecast.OpenDeals.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;

/** Puts what is said of open deals beside what history expects of them, and says how far off that has been. */
@ApplicationScoped
class ForecastReport {

    private static final int QUARTER = 3;

    private final OpenDeals open;
    private final PastDeals past;
    private final FreshnessReport freshness;

    ForecastReport(OpenDeals open, PastDeals past, FreshnessReport freshness) {
        this.open = open;
        this.past = past;
        this.freshness = freshness;
    }

    Forecast make(ForecastQuestion question) {
        var wanted = question.deals().wantedCurrency();
        var about = freshness.about();
        var everything = open.parts(question);
        var observed = past.observed(question);
        var currencies = currencies(everything, observed);
        var currency = currencies.choose(wanted);
        var parts = everything.stream()
                .filter(part -> part.currency() == null || part.currency().equals(currency))
                .toList();
        var observations = observed.stream()
                .filter(each -> each.currency() == null || each.currency().equals(currency))
                .toList();
        var won = past.won(question, currency);
        var chances = WinChances.learn(observations, question.month());
        var months = new ForecastMonths(question, parts, chances, won, past.openedLater(question, currency), currency);
        var others = new TreeSet<>(currencies.currencies());
        others.remove(currency);
        return new Forecast(
                about,
                question.at(),
                question.knownAt(),
                question.zone(),
                currency,
                others,
                months.total(),
                months.months(),
                new ForecastHistory(
                        new Money(rounded(won.average(question.month()), 2), currency),
                        rates(chances, question.month()),
                        new BackTest(observations, won, currency).run(question.month())));
    }

    private static Amounts currencies(List<Part> parts, List<Observation> observed) {
        var amounts = new Amounts();
        parts.forEach(part -> amounts.add(part.currency(), part.amount(), part.priced()));
        observed.forEach(each -> amounts.add(each.currency(), each.amount(), each.priced()));
        return amounts;
    }

    private static List<Rate> rates(WinChances chances, int month) {
        return chances.known().stream()
                .map(stage -> new Rate(
                        stage.pipeline(),
                        stage.stage(),
                        stage.ageDays(),
                        chances.seen(stage),
                        rounded(chances.within(QUARTER, stage, month), 4),
                        rounded(chances.within(WinChances.HORIZON, stage, month), 4)))
                .toList();
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
