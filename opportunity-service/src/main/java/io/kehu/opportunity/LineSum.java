package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The amount of a deal whose lines decide it. */
final class LineSum {

    /** Digits before the point that an amount may have. */
    private static final int DIGITS = 15;

    private LineSum() {}

    /**
     * The sum of {@code lines}, rounded to the smallest unit of the currency; null if there are none.
     *
     * @throws Invalid 422 if a price is missing, if they are in several currencies or if the sum is too large
     */
    static Money of(List<OpportunityLine> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        requirePrices(lines);
        var currency = lines.getFirst().price().currency();
        if (!lines.stream().allMatch(line -> line.price().currency().equals(currency))) {
            throw invalid("lines", "opportunity.lines-currency");
        }
        var sum = lines.stream().map(OpportunityLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        var rounded = sum.setScale(digits, RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > DIGITS) {
            throw invalid("lines", "opportunity.lines-too-large");
        }
        return new Money(rounded, currency);
    }

    private static void requirePrices(List<OpportunityLine> lines) {
        var missing = new ArrayList<InvalidField>();
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).price() == null) {
                missing.add(new InvalidField("lines[" + index + "].price", "field.required"));
            }
        }
        if (!missing.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(missing));
        }
    }

    private static Invalid invalid(String field, String code) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code)));
    }
}
