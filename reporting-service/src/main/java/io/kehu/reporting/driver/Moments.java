package io.kehu.reporting.driver;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Sums and sums of products of some columns of figures, all that correlations need of any number of rows. The figures are scores
 * and logarithms, so small that nothing is lost in the differences of their sums.
 *
 * @param rows     how many there are
 * @param sums     of each column
 * @param products of each column with itself and those before it, one column after the other
 */
record Moments(long rows, double[] sums, double[] products) {

    /** Of {@code columns} columns without any row. */
    static Moments none(int columns) {
        return new Moments(0, new double[columns], new double[products(columns)]);
    }

    /** How many products so many columns have. */
    static int products(int columns) {
        return columns * (columns + 1) / 2;
    }

    static Moments sum(int columns, List<Moments> parts) {
        var rows = 0L;
        var sum = none(columns);
        for (var part : parts) {
            rows += part.rows;
            add(sum.sums, part.sums);
            add(sum.products, part.products);
        }
        return new Moments(rows, sum.sums, sum.products);
    }

    private static void add(double[] sums, double[] more) {
        for (var index = 0; index < sums.length; index++) {
            sums[index] += more[index];
        }
    }

    /** Whether all rows have the same figure in a column, as far as computers can tell. */
    boolean isConstant(int column) {
        var square = products[place(column, column)];
        return spread(column, column) <= 1e-10 * Math.max(square, 1e-10);
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
        return products(one) + other;
    }
}
