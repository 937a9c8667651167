package io.kehu.reporting.driver;

import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

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

    private static final double SYMMETRY = 1e-9;
    private static final double POSITIVITY = 1e-9;

    /**
     * @param correlations of what is to be explained, at 0, and of the predictors
     * @throws org.hipparchus.exception.MathIllegalArgumentException if the predictors explain each other entirely
     */
    static Importance of(RealMatrix correlations) {
        var predictors = correlations.getRowDimension() - 1;
        var all = (1 << predictors) - 1;
        var fits = IntStream.rangeClosed(0, all)
                .mapToDouble(some -> fit(correlations, 0, columns(some)))
                .toArray();
        var coefficients = coefficients(correlations, 0, columns(all)).toArray();
        return new Importance(fits[all], parts(fits, predictors), coefficients);
    }

    /** How much of the variance of one column some others explain. */
    static double fit(RealMatrix correlations, int explained, int... by) {
        return by.length == 0
                ? 0
                : with(correlations, explained, by).dotProduct(coefficients(correlations, explained, by));
    }

    private static RealVector coefficients(RealMatrix correlations, int explained, int... by) {
        var among = correlations.getSubMatrix(by, by);
        return new CholeskyDecomposition(among, SYMMETRY, POSITIVITY)
                .getSolver()
                .solve(with(correlations, explained, by));
    }

    private static RealVector with(RealMatrix correlations, int explained, int... by) {
        var with = new double[by.length];
        for (var place = 0; place < by.length; place++) {
            with[place] = correlations.getEntry(explained, by[place]);
        }
        return new ArrayRealVector(with, false);
    }

    /** Those of the predictors, counted from 1, that stand in a set of bits. */
    private static int[] columns(int some) {
        var columns = new int[Integer.bitCount(some)];
        var place = 0;
        for (var rest = some; rest != 0; rest &= rest - 1) {
            columns[place++] = Integer.numberOfTrailingZeros(rest) + 1;
        }
        return columns;
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
