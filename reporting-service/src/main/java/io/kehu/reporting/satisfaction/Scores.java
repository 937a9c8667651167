package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Interval;
import io.kehu.reporting.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * The scores that answers gave to one question, summed up.
 *
 * @param satisfied    of them at the upper end of the scale
 * @param dissatisfied of them at its lower end
 * @param squares      the sum of their squares
 */
record Scores(long number, long satisfied, long dissatisfied, long sum, long squares) {

    static final Scores NONE = new Scores(0, 0, 0, 0, 0);

    /** How many columns tell them. */
    static final int COLUMNS = 5;

    private static final int DIGITS = 2;

    /** The columns that tell them, of the scores in {@code column}. */
    static Sql of(String column, SurveyKind kind) {
        return Sql.of(
                """
                count(%1$s), count(*) filter (where %1$s >= {satisfied}), count(*) filter (where %1$s <= {dissatisfied}),
                sum(%1$s), sum(%1$s * %1$s)""".formatted(column), Map.of("satisfied", kind.satisfied(), "dissatisfied", kind.dissatisfied()));
    }

    /** @param column the first of those that tell them */
    static Scores read(ResultSet row, int column) throws SQLException {
        return new Scores(
                row.getLong(column),
                row.getLong(column + 1),
                row.getLong(column + 2),
                row.getLong(column + 3),
                row.getLong(column + 4));
    }

    Scores and(Scores others) {
        return new Scores(
                number + others.number,
                satisfied + others.satisfied,
                dissatisfied + others.dissatisfied,
                sum + others.sum,
                squares + others.squares);
    }

    /** Null of none. */
    BigDecimal mean() {
        return number == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), DIGITS, RoundingMode.HALF_UP);
    }

    /** Of the mean; null of fewer than two. */
    Interval intervalOfMean() {
        var mean = (double) sum / number;
        var variance = (squares - sum * mean) / (number - 1);
        return Interval.ofMean(mean, Math.sqrt(Math.max(variance, 0)), number);
    }
}
