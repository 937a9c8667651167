package io.kehu.platform.money;

import java.math.BigDecimal;

/** Gives equal numbers one form, so that {@code 0.1} and {@code 0.10} are no change. */
public final class Decimals {

    private Decimals() {}

    /** The shortest form of {@code number}; exponents that no validation lets pass are left alone. */
    public static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 && shortest.scale() > -30 ? shortest.setScale(0) : shortest;
    }
}
