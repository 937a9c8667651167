package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.platform.money.Decimals;
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
        Long daysInStage,

        @Schema(description = "Last follow-up 最近跟进时间: the latest activity of the deal that is not deleted")
        Instant lastFollowUpAt,

        @Schema(description = "Since when nothing has happened 最近动态时间: no move, change or follow-up")
        Instant quietSince,

        @Schema(
                description =
                        "The same once the deal is idle 停滞: it has been open and quiet for longer than its stage expects"
                                + " a deal to stay, or for the company's number of days")
        Instant idleSince,

        @Schema(description = "Days for which an idle deal has been quiet 停滞天数")
        Long idleDays) {

    private static final int DIGITS = 6;

    static DealFigures of(OpportunityState deal, Instant now) {
        return of(deal, now, null, null, null);
    }

    static DealFigures of(WatchedDeal deal, Instant now) {
        return of(deal.state(), now, deal.lastFollowUpAt(), deal.quietSince(), deal.idleSince());
    }

    private static DealFigures of(
            OpportunityState deal, Instant now, Instant lastFollowUpAt, Instant quietSince, Instant idleSince) {
        return new DealFigures(
                weighted(deal.amount(), deal.probability()),
                days(deal.openedAt(), deal.closedAt() == null ? now : deal.closedAt()),
                deal.closedAt() == null ? days(deal.stageEnteredAt(), now) : null,
                lastFollowUpAt,
                quietSince,
                idleSince,
                days(idleSince, now));
    }

    private static Money weighted(Money amount, Integer percent) {
        return amount == null || percent == null
                ? null
                : new Money(
                        Decimals.plain(amount.amount()
                                .multiply(BigDecimal.valueOf(percent).movePointLeft(2))
                                .setScale(DIGITS, RoundingMode.HALF_UP)),
                        amount.currency());
    }

    private static Long days(Instant from, Instant until) {
        return from == null ? null : Math.max(0, Duration.between(from, until).toDays());
    }
}
