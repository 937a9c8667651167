package io.kehu.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount with its ISO 4217 currency; on the wire the amount is a decimal string, so that no client rounds it. Equal amounts
 * have one text, with at least two decimals, so that neither a comparison nor a history shows {@code 5.5} and {@code 5.50}
 * as a change.
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        amount = plain(amount);
    }

    /** Exponents that no amount has are left alone, because writing them out would fill the memory. */
    private static BigDecimal plain(BigDecimal amount) {
        var shortest = amount.stripTrailingZeros();
        return shortest.scale() < 2 && shortest.scale() > -30 ? shortest.setScale(2) : shortest;
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
