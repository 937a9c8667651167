package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.platform.company.Company;
import io.kehu.platform.money.Decimals;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one of a deal's currency is worth in the company's own. */
@Schema(name = "ExchangeRateFields", description = "Exchange rate 汇率 to the company's currency")
public record ExchangeRate(
        @Schema(examples = "7.1023") @NotNull @Positive @Digits(integer = 10, fraction = 9)
        BigDecimal rate,

        @Schema(description = "The day that it is of 汇率日期") @NotNull
        LocalDate date) {

    public ExchangeRate {
        rate = Decimals.plain(rate);
    }

    /** The amount in the company's currency; null if there is none, or nobody has told the rate. */
    static Money base(Money amount, ExchangeRate rate) {
        var base = Company.current().currency();
        if (amount == null || amount.currency().equals(base.getCurrencyCode())) {
            return amount;
        }
        if (rate == null) {
            return null;
        }
        var digits = Math.max(0, base.getDefaultFractionDigits());
        return new Money(
                amount.amount().multiply(rate.rate()).setScale(digits, RoundingMode.HALF_UP), base.getCurrencyCode());
    }

    OpportunityState.ExchangeRate published() {
        return new OpportunityState.ExchangeRate(rate, date);
    }
}
