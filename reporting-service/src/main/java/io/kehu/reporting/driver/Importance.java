package io.kehu.reporting.driver;

import org.hipparchus.linear.RealMatrix;

/**
 * How the fit of a linear regression divides among its predictors: each one's part is what it adds to R², averaged over all
 * orders in which the predictors can be taken in. It is known as LMG (R. H. Lindeman, P. F. Merenda, R. Z. Gold, "Introduction to
 * Bivariate and Multivariate Analysis", 1980, p. 119 ff.) and is the Shapley value of R²; U. Grömping, "Relative Importance for
 * Linear Regression in R: The Package relaimpo", Journal of Statistical Software 17 (2006), compares it with others.
 *
 * @param fit          R², the share of the variance that all of them explain
 * @param parts        of R², one for each predictor; they add up to it
 * @param coefficients standardised, of the regression on all of them
 */
record Importance(double fit, double[] parts, double[] coefficients) {

    /**
     * @param correlations of what is to be explained, at 0, and of the predictors
     * @throws ArithmeticException if the predictors explain each other entirely
     */
    static Importance of(RealMatrix correlations) {
        var predictors = correlations.getRowDimension() - 1;
        var fits = new double[1 << predictors];
        var regression = new Regression(correlations, 0);
        fitAll(regression, predictors, 0, fits);
        for (var column = 1; column <= predictors; column++) {
            regression.add(column);
        }
        return new Importance(regression.fit(), parts(fits, predictors), regression.coefficients());
    }

    /** The fit of each set of predictors that holds those of the bits {@code some}, and otherwise only ones behind them. */
    private static void fitAll(Regression regression, int predictors, int some, double[] fits) {
        fits[some] = regression.fit();
        for (var next = Integer.SIZE - Integer.numberOfLeadingZeros(some); next < predictors; next++) {
            regression.add(next + 1);
            fitAll(regression, predictors, some | 1 << next, fits);
            regression.remove();
        }
    }

    private static double[] parts(double[] fits, int predictors) {
        var weights = weights(predictors);
        var parts = new double[predictors];
        for (var without = 0; without < fits.length; without++) {
            var weight = weights[Math.min(Integer.bitCount(without), predictors - 1)];
            for (var one = 0; one < predictors; one++) {
                if ((without & 1 << one) == 0) {
                    parts[one] += weight * (fits[without | 1 << one] - fits[without]);
                }
            }
        }
        return parts;
    }

    /** By the size of a set: the share of all orders in which just this set comes before a given predictor. */
    private static double[] weights(int predictors) {
        var weights = new double[predictors];
        weights[0] = 1.0 / predictors;
        for (var size = 1; size < predictors; size++) {
            weights[size] = weights[size - 1] * size / (predictors - size);
        }
        return weights;
    }
}
