package io.kehu.reporting.driver;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Labels;
import io.kehu.reporting.driver.Answers.Question;
import io.kehu.reporting.driver.SatisfactionDrivers.Driver;
import io.kehu.reporting.driver.SatisfactionDrivers.Silence;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.RealMatrix;

/** Chooses what can be compared, and works out its importance from the answers that tell all of it. */
@ApplicationScoped
class DriverReport {

    private static final int FEWEST = 30;
    private static final int FEWEST_FOR_EACH = 10;
    private static final int DIGITS = 4;

    private final Answers answers;
    private final FreshnessReport freshness;

    DriverReport(Answers answers, FreshnessReport freshness) {
        this.answers = answers;
        this.freshness = freshness;
    }

    SatisfactionDrivers make(Question question) {
        var about = freshness.about();
        var sums = answers.sum(question);
        var wanted = Selection.of(sums.candidates(), sums.answers());
        var sample = sums.sample(wanted.columns());
        var all = sample.all();
        var silence = silence(wanted, all);
        var chosen = silence == null ? wanted.apart(all) : wanted;
        var columns = IntStream.concat(IntStream.of(0), IntStream.of(chosen.columns()))
                .toArray();
        var correlations = all.correlations().getSubMatrix(columns, columns);
        var importance = silence == null ? Importance.of(correlations) : null;
        return new SatisfactionDrivers(
                about,
                question.period(),
                question.kind(),
                sums.answers(),
                all.rows(),
                importance == null ? null : rounded(importance.fit()),
                silence,
                importance == null
                        ? List.of()
                        : drivers(chosen.candidates(), importance, correlations, new Spread(sample.draws(columns))),
                chosen.leftOut());
    }

    /** Null if something can be said. */
    private static Silence silence(Selection wanted, Moments all) {
        var number = wanted.candidates().size();
        if (all.rows() < Math.max(FEWEST, FEWEST_FOR_EACH * number)) {
            return Silence.TOO_FEW_ANSWERS;
        }
        if (number == 0) {
            return Silence.NOTHING_TO_COMPARE;
        }
        return all.isConstant(0) ? Silence.SCORES_ALL_THE_SAME : null;
    }

    private static List<Driver> drivers(
            List<Candidate> candidates, Importance importance, RealMatrix correlations, Spread spread) {
        return IntStream.range(0, candidates.size())
                .mapToObj(index -> driver(candidates.get(index), index, importance, correlations, spread))
                .sorted(Comparator.comparing(Driver::importance).reversed().thenComparing(Driver::driver))
                .toList();
    }

    private static Driver driver(
            Candidate candidate, int index, Importance importance, RealMatrix correlations, Spread spread) {
        var part = importance.parts()[index];
        var coefficient = importance.coefficients()[index];
        return new Driver(
                candidate.code(),
                Labels.ofRequest().textOr("dimension." + candidate.code(), candidate.code()),
                rounded(part),
                spread.around(part, draw -> draw.parts()[index], 0, 1),
                rounded(importance.fit() == 0 ? 0 : part / importance.fit()),
                rounded(coefficient),
                spread.around(coefficient, draw -> draw.coefficients()[index], -Double.MAX_VALUE, Double.MAX_VALUE),
                rounded(correlations.getEntry(0, index + 1)));
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
