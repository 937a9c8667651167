package io.kehu.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hipparchus.distribution.continuous.TDistribution;

/** How sure a figure is that comes from a sample: 95 % intervals that are honest also for few answers. */
@Schema(description = "95 % interval of a figure 置信区间")
public record Interval(BigDecimal low, BigDecimal high) {

    private static final double Z = 1.959963984540054;
    private static final double UPPER_TAIL = 0.975;
    private static final int SHARE_DIGITS = 4;
    private static final int DIGITS = 2;

    /**
     * Of a share: the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
     * JASA 22 (1927). Null of nothing.
     */
    public static Interval ofShare(long part, long whole) {
        if (whole == 0) {
            return null;
        }
        var share = (double) part / whole;
        var square = Z * Z / whole;
        var centre = (share + square / 2) / (1 + square);
        var margin = Z * Math.sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square);
        return of(centre, margin, SHARE_DIGITS).within(0, 1);
    }

    /**
     * Of the difference of two shares of the same answers, which are not independent: the adjusted Wald interval of D. G.
     * Bonett and R. M. Price, Journal of Educational and Behavioral Statistics 37 (2012), one answer added to either side; as
     * B. Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70 (2016), advises. Null of nothing.
     */
    public static Interval ofDifference(long more, long less, long whole) {
        if (whole == 0) {
            return null;
        }
        var adjusted = whole + 2.0;
        var larger = (more + 1) / adjusted;
        var smaller = (less + 1) / adjusted;
        var difference = larger - smaller;
        var margin = Z * Math.sqrt((larger + smaller - difference * difference) / adjusted);
        return of(difference, margin, SHARE_DIGITS).within(-1, 1);
    }

    /** Of a mean: Student's t interval ("The probable error of a mean", Biometrika 6, 1908). Null of fewer than two. */
    public static Interval ofMean(double mean, double standardDeviation, long number) {
        if (number < 2) {
            return null;
        }
        var t = new TDistribution(number - 1.0).inverseCumulativeProbability(UPPER_TAIL);
        return of(mean, t * standardDeviation / Math.sqrt(number), DIGITS);
    }

    /** As found by other means, in the digits of a share. */
    public static Interval between(double low, double high) {
        return new Interval(rounded(low, SHARE_DIGITS), rounded(high, SHARE_DIGITS));
    }

    private static Interval of(double centre, double margin, int digits) {
        return new Interval(rounded(centre - margin, digits), rounded(centre + margin, digits));
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    /** The two bounds as cells of a table, which are empty if there is no interval. */
    public static List<BigDecimal> bounds(Interval interval) {
        return interval == null ? Arrays.asList(null, null) : List.of(interval.low, interval.high);
    }

    /** As much of it as lies between these bounds. */
    public Interval within(int least, int most) {
        var bottom = BigDecimal.valueOf(least).setScale(low.scale());
        var top = BigDecimal.valueOf(most).setScale(high.scale());
        return new Interval(low.max(bottom), high.min(top));
    }

    /** The same of a share as of points from a hundred. */
    public Interval inPoints() {
        return new Interval(low.movePointRight(2), high.movePointRight(2));
    }
}
