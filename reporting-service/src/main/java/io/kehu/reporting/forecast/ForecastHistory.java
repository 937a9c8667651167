package io.kehu.reporting.forecast;

import io.kehu.events.Money;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the expectation of a forecast rests on, and how far off it has been. */
@Schema(name = "ForecastHistory")
public record ForecastHistory(
        @Schema(description = "Of deals won in the year before; stands for the amount of deals without one")
        Money averageWonAmount,

        @Schema(description = "Learned chances 历史赢率 by stage and age, as they are in this month of a quarter")
        List<Rate> rates,

        Tested backTest) {

    /** How likely deals were won that stood in one stage at one age. */
    @Schema(name = "ForecastRate")
    public record Rate(
            @Schema(description = "Absent where the stage was not known, as of imported deals")
            String pipeline,

            String stage,

            @Schema(description = "Days since opening", examples = "30-59")
            String ageDays,

            @Schema(description = "Deals seen there at the beginnings of months, each once for each month")
            long observed,

            @Schema(description = "Chance of being won within three months, 0 to 1")
            BigDecimal withinQuarter,

            @Schema(description = "Chance of being won within a year, 0 to 1")
            BigDecimal withinYear) {}

    /** The test on past quarters, each forecast with what was known when it began. */
    @Schema(name = "ForecastBackTest")
    public record Tested(
            List<TestedQuarter> quarters,

            @Schema(
                    description =
                            "WAPE of what history expected: Σ |expected − came| ÷ Σ came; 0 is perfect. Absent without a tested quarter 误差")
            BigDecimal expectedError,

            @Schema(description = "Σ (expected − came) ÷ Σ came: above 0 it expected too much")
            BigDecimal expectedBias,

            @Schema(description = "WAPE of the stated forecast, over the quarters that had one")
            BigDecimal statedError) {}

    /** One quarter of the past. */
    @Schema(name = "ForecastTestedQuarter")
    public record TestedQuarter(
            @Schema(examples = "2026-Q1") String quarter,

            @Schema(description = "Deals open when it began")
            long open,

            @Schema(
                    description =
                            "Σ amount × probability of those expected to close in it; absent if none had such a date")
            Money stated,

            @Schema(description = "What history, known until then, expected to be won of them in it")
            Money expected,

            @Schema(description = "What was won of them in it")
            Money came,

            @Schema(description = "What was won in it of deals opened later, which no forecast of open deals holds")
            Money cameNew) {}
}
