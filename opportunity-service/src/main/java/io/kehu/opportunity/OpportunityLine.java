package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
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

/** A product that a deal is about. */
@Schema(description = "A line 商机明细: a product, how much of it, and at what price")
public record OpportunityLine(
        @Schema(description = "The product 产品") @NotNull UUID productId,

        @Schema(description = "Its name 产品名称; the product's own when left out") @Size(max = 200)
        String product,

        @Schema(description = "Quantity 数量") @NotNull @Positive @Digits(integer = 12, fraction = 6)
        BigDecimal quantity,

        @Schema(
                description = "Price of one 单价; when left out that which the deal has for the product already, else the"
                        + " product's list price 标准价格, if it has one")
        @ValidMoney
        Money price,

        @Schema(description = "Share taken off the price 折扣, 0 to 1", examples = "0.1")
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal discount) {

    public OpportunityLine {
        quantity = Decimals.plain(quantity);
        discount = Decimals.plain(discount);
    }

    public static OpportunityLine one(UUID productId, String product) {
        return new OpportunityLine(productId, product, BigDecimal.ONE, null, null);
    }

    /** The same, with what it leaves out taken from {@code offer}. */
    OpportunityLine filled(Offer offer) {
        return offer == null
                ? this
                : new OpportunityLine(
                        productId,
                        product == null ? offer.product() : product,
                        quantity,
                        price == null ? offer.price() : price,
                        discount);
    }

    /** What another line of the product takes from this one. */
    Offer offer() {
        return new Offer(product, price);
    }

    /** What the line comes to, rounded to the currency's own decimals; null without a price. */
    Money total() {
        if (price == null) {
            return null;
        }
        var paid = discount == null ? BigDecimal.ONE : BigDecimal.ONE.subtract(discount);
        var decimals = Currency.getInstance(price.currency()).getDefaultFractionDigits();
        var total = price.amount().multiply(quantity).multiply(paid);
        return new Money(total.setScale(Math.max(decimals, 0), RoundingMode.HALF_UP), price.currency());
    }

    OpportunityState.Line state() {
        return new OpportunityState.Line(productId, product, quantity, price, discount, total());
    }
}
