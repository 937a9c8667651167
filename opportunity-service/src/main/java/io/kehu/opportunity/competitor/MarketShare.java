package io.kehu.opportunity.competitor;

import io.kehu.events.CompetitorState;
import io.kehu.platform.money.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of the market somebody had in a period. */
@Schema(name = "CompetitorMarketShare", description = "A market share 市场份额 in a period")
public record MarketShare(
        @Schema(description = "A year, a quarter or a month", examples = "2026-Q1")
        @NotNull
        @Pattern(regexp = "[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?")
        String period,

        @Schema(description = "0 to 1", examples = "0.25")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal share) {

    public MarketShare {
        share = Decimals.plain(share);
    }

    CompetitorState.MarketShare published() {
        return new CompetitorState.MarketShare(period, share);
    }
}
