package io.kehu.contract;

import io.kehu.events.ContractState;
import io.kehu.events.Money;
import io.kehu.platform.money.Decimals;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that a contract is about, as written and as kept: the product's name and price are those of that time. */
@Schema(description = "A line of a contract 合同明细")
public record ContractLine(
        @Schema(description = "The product 产品; without one, product and price are needed")
        UUID productId,

        @Schema(description = "What is sold 产品名称; taken from the product if there is one") @Size(max = 200)
        String product,

        @Schema(description = "Quantity 数量") @NotNull @Positive @Digits(integer = 12, fraction = 6)
        BigDecimal quantity,

        @Schema(description = "Price of one 单价; the product's list price when left out") @ValidMoney
        Money price,

        @Schema(description = "Share taken off the price 折扣, 0 to 1")
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal discount) {

    public ContractLine {
        quantity = Decimals.plain(quantity);
        discount = Decimals.plain(discount);
    }

    ContractLine of(UUID id, String name, Money listPrice) {
        return new ContractLine(id, name, quantity, price == null ? listPrice : price, discount);
    }

    /** What the line costs, rounded to the currency's own decimals. */
    BigDecimal total() {
        var paid = discount == null ? BigDecimal.ONE : BigDecimal.ONE.subtract(discount);
        var decimals = Currency.getInstance(price.currency()).getDefaultFractionDigits();
        return price.amount().multiply(quantity).multiply(paid).setScale(Math.max(decimals, 0), RoundingMode.HALF_UP);
    }

    ContractState.Line state() {
        return new ContractState.Line(productId, product, quantity, price, discount);
    }
}
