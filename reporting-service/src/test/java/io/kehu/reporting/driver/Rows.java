package io.kehu.reporting.driver;

import java.util.Arrays;

/** Sums up rows of figures as the read model does. */
final class Rows {

    private Rows() {}

    /** Of one row. */
    static Moments moments(double... figures) {
        var products = new double[Moments.products(figures.length)];
        var place = 0;
        for (var one = 0; one < figures.length; one++) {
            for (var other = 0; other <= one; other++) {
                products[place++] = figures[one] * figures[other];
            }
        }
        return new Moments(1, figures, products);
    }

    static Moments sum(double[]... rows) {
        return Moments.sum(
                rows[0].length, Arrays.stream(rows).map(Rows::moments).toList());
    }
}
