package io.kehu.contract;

import io.kehu.events.Money;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** What a contract is worth: as stated, else the sum of its lines. */
final class ContractAmount {

    private ContractAmount() {}

    /** Null if nothing is stated and there are no lines; everything that has a price must be in one currency. */
    static Money of(ContractFields fields) {
        var currencies = Stream.concat(
                        Stream.ofNullable(fields.amount()),
                        fields.lines().stream().map(ContractLine::price))
                .map(Money::currency)
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            var field = fields.amount() == null ? "lines" : "amount";
            throw Contract.invalid(new InvalidField(field, "contract.currencies", String.join(", ", currencies)));
        }
        if (fields.amount() != null || fields.lines().isEmpty()) {
            return fields.amount();
        }
        var sum = fields.lines().stream().map(ContractLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currencies.getFirst());
    }
}
