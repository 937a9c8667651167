package io.kehu.reporting.driver;

import org.hipparchus.linear.RealMatrix;

/**
 * A linear regression, worked out from correlations alone, whose predictors come and go one by one: each that comes is another row
 * of a Cholesky decomposition, so that the regressions on all subsets of some predictors cost little more than one step each.
 */
final class Regression {

    private static final double TOLD_BY_OTHERS = 1e-9;

    private final double[][] correlations;
    private final int explained;
    private final int[] predictors;
    private final double[][] rows;
    private final double[] effects;
    private final double[] fits;
    private int size;

    /**
     * @param correlations of all columns
     * @param explained    the column that is to be explained
     */
    Regression(RealMatrix correlations, int explained) {
        this.correlations = correlations.getData();
        this.explained = explained;
        this.predictors = new int[this.correlations.length];
        this.rows = new double[this.correlations.length][this.correlations.length];
        this.effects = new double[this.correlations.length];
        this.fits = new double[this.correlations.length + 1];
    }

    /** How much of the variance of one column some others explain. */
    static double fit(RealMatrix correlations, int explained, int... by) {
        var regression = new Regression(correlations, explained);
        for (var column : by) {
            regression.add(column);
        }
        return regression.fit();
    }

    /** @throws ArithmeticException if the predictors that are there already tell all of {@code column} */
    void add(int column) {
        var row = rows[size];
        var left = correlations[column][column];
        var effect = correlations[explained][column];
        for (var one = 0; one < size; one++) {
            var shared = correlations[predictors[one]][column];
            for (var other = 0; other < one; other++) {
                shared -= rows[one][other] * row[other];
            }
            row[one] = shared / rows[one][one];
            left -= row[one] * row[one];
            effect -= row[one] * effects[one];
        }
        if (!(left > TOLD_BY_OTHERS)) {
            throw new ArithmeticException("The predictors explain each other entirely");
        }
        row[size] = Math.sqrt(left);
        effects[size] = effect / row[size];
        fits[size + 1] = fits[size] + effects[size] * effects[size];
        predictors[size++] = column;
    }

    /** Takes away the predictor that came last. */
    void remove() {
        size--;
    }

    /** R², the share of the variance that the predictors explain. */
    double fit() {
        return fits[size];
    }

    /** Standardised, in the order in which the predictors came. */
    double[] coefficients() {
        var coefficients = new double[size];
        for (var one = size - 1; one >= 0; one--) {
            var rest = effects[one];
            for (var other = one + 1; other < size; other++) {
                rest -= rows[other][one] * coefficients[other];
            }
            coefficients[one] = rest / rows[one][one];
        }
        return coefficients;
    }
}
