package io.kehu.reporting.driver;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Sums and sums of products of some columns of figures, all that correlations need of any number of rows. Figures are taken from
 * an origin near them, so that little is lost in the differences of large sums.
 */
final class Moments {

    private final double[] origin;
    private final double[] sums;
    private final double[] products;
    private double rows;

    Moments(double[] origin) {
        this.origin = origin;
        this.sums = new double[origin.length];
        this.products = new double[origin.length * (origin.length + 1) / 2];
    }

    void add(double[] row) {
        rows++;
        var place = 0;
        for (var one = 0; one < origin.length; one++) {
            var figure = row[one] - origin[one];
            sums[one] += figure;
            for (var other = 0; other <= one; other++) {
                products[place++] += figure * (row[other] - origin[other]);
            }
        }
    }

    /** Takes in rows that have been summed up elsewhere, from the same origin. */
    void add(Moments others) {
        rows += others.rows;
        for (var index = 0; index < sums.length; index++) {
            sums[index] += others.sums[index];
        }
        for (var index = 0; index < products.length; index++) {
            products[index] += others.products[index];
        }
    }

    long rows() {
        return (long) rows;
    }

    /** Whether all rows have the same figure in a column, as far as computers can tell. */
    boolean isConstant(int column) {
        var square = products[place(column, column)];
        return spread(column, column) <= 1e-12 * Math.max(square, 1e-12);
    }

    /** Between all columns; not a number where a column is constant. */
    RealMatrix correlations() {
        var matrix = new double[sums.length][sums.length];
        for (var one = 0; one < sums.length; one++) {
            for (var other = 0; other < one; other++) {
                var both = isConstant(one) || isConstant(other)
                        ? Double.NaN
                        : spread(one, other) / Math.sqrt(spread(one, one) * spread(other, other));
                matrix[one][other] = both;
                matrix[other][one] = both;
            }
            matrix[one][one] = 1;
        }
        return new Array2DRowRealMatrix(matrix, false);
    }

    private double spread(int one, int other) {
        return products[place(one, other)] - sums[one] * sums[other] / rows;
    }

    private static int place(int one, int other) {
        return one * (one + 1) / 2 + other;
    }
}
