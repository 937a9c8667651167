package io.kehu.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are rounded: shares to four digits, so that they read as percents with two; all else to two. */
public final class Shares {

    private Shares() {}

    /** Null of nothing. */
    public static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, 4, RoundingMode.HALF_UP);
    }

    public static BigDecimal share(long part, long whole) {
        return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    public static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }
}
