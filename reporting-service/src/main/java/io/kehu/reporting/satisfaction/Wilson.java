package io.kehu.reporting.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The Wilson score interval: how sure a share is, honest also for few answers and for shares near 0 and 1. */
@Schema(name = "Interval", description = "95 % interval of a share 置信区间, by Wilson")
public record Wilson(BigDecimal low, BigDecimal high) {

    private static final double Z = 1.959963984540054;

    /** Null of no answers. */
    static Wilson of(long successes, long answers) {
        if (answers == 0) {
            return null;
        }
        var share = (double) successes / answers;
        var square = Z * Z / answers;
        var centre = (share + square / 2) / (1 + square);
        var margin = Z * Math.sqrt(share * (1 - share) / answers + square / (4 * answers)) / (1 + square);
        return new Wilson(rounded(Math.max(0, centre - margin)), rounded(Math.min(1, centre + margin)));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
    }
}
