package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The amount of a deal whose lines decide it. */
final class LineSum {

    /** Digits before the point that an amount may have. */
    private static final int DIGITS = 15;

    private LineSum() {}

    /**
     * The sum of what {@code lines} come to; null if there are none.
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
        var sum = lines.stream().map(line -> line.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.precision() - sum.scale() > DIGITS) {
            throw invalid("lines", "opportunity.lines-too-large");
        }
        return new Money(sum, currency);
    }

    private static void requirePrices(List<OpportunityLine> lines) {
        var missing = new ArrayList<InvalidField>();
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).price() == null) {
                missing.add(new InvalidField("lines[" + index + "].price", "opportunity.line-price"));
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
