package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What follows from a deal's fields and the time of day. */
public record DealFigures(
        @Schema(description = "Amount times probability 加权金额")
        Money weightedAmount,

        @Schema(description = "Days since it was opened, until it was closed 商机天数")
        Long ageDays,

        @Schema(description = "Days in the present stage 阶段停留天数; absent once it is closed")
        Long daysInStage) {

    private static final int DIGITS = 6;

    static DealFigures of(OpportunityState deal, Instant now) {
        return new DealFigures(
                weighted(deal.amount(), deal.probability()),
                days(deal.openedAt(), deal.closedAt() == null ? now : deal.closedAt()),
                deal.closedAt() == null ? days(deal.stageEnteredAt(), now) : null);
    }

    private static Money weighted(Money amount, Integer percent) {
        return amount == null || percent == null
                ? null
                : new Money(
                        ExchangeRate.plain(amount.amount()
                                .multiply(BigDecimal.valueOf(percent).movePointLeft(2))
                                .setScale(DIGITS, RoundingMode.HALF_UP)),
                        amount.currency());
    }

    private static Long days(Instant from, Instant until) {
        return from == null ? null : Math.max(0, Duration.between(from, until).toDays());
    }
}
