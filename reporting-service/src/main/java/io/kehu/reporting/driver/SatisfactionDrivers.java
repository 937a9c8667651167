package io.kehu.reporting.driver;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.satisfaction.SurveyKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What moves the overall score 满意度关键因素, the most important first",
        requiredProperties = {"generatedAt", "freshness", "kind", "answers", "used", "drivers", "leftOut"})
public record SatisfactionDrivers(
        @JsonUnwrapped About about,
        Period period,
        SurveyKind kind,

        @Schema(description = "Answers with an overall score in the period 回答数")
        long answers,

        @Schema(description = "Of them, those that tell all drivers; the figures are from these alone")
        long used,

        @Schema(
                description =
                        "Share of the variance of the overall score that the drivers explain together, 0 to 1 决定系数 R²")
        BigDecimal fit,

        @Schema(description = "Why there are no drivers; absent if there are")
        Silence reason,

        List<Driver> drivers,
        List<LeftOut> leftOut)
        implements Charted {

    /** Why nothing can be said. */
    @Schema(
            name = "NoDriversReason",
            description =
                    "TOO_FEW_ANSWERS: fewer than 30, or than 10 for each driver, tell all of them; NOTHING_TO_COMPARE: no"
                            + " dimension or fact is left; SCORES_ALL_THE_SAME: there is nothing to explain")
    public enum Silence {
        TOO_FEW_ANSWERS,
        NOTHING_TO_COMPARE,
        SCORES_ALL_THE_SAME
    }

    /** One dimension or fact. */
    @Schema(
            name = "SatisfactionDriver",
            requiredProperties = {"driver", "name", "importance", "share", "coefficient", "correlation"})
    public record Driver(
            @Schema(
                    description =
                            "A dimension 维度, or FIRST_RESPONSE_HOURS, RESOLUTION_HOURS (both by their logarithm), REOPENED or"
                                    + " BREACHED",
                    examples = "SERVICE_ATTITUDE")
            String driver,

            String name,

            @Schema(description = "Its part of fit by Shapley and LMG; all add up to it 重要性")
            BigDecimal importance,

            @Schema(description = "Of importance, 95 %, by bootstrap; absent if too few draws could tell")
            Interval interval,

            @Schema(description = "importance ÷ fit, 0 to 1 相对重要性")
            BigDecimal share,

            @Schema(
                    description =
                            "Standardised coefficient beside all others: by how many standard deviations the score is higher"
                                    + " where this is one higher; its sign tells the direction 标准化系数")
            BigDecimal coefficient,

            @Schema(description = "Of coefficient, 95 %, by bootstrap")
            Interval coefficientInterval,

            @Schema(description = "With the overall score alone, −1 to 1 相关系数")
            BigDecimal correlation) {}

    @Override
    public List<String> columns() {
        return List.of(
                "driver",
                "name",
                "importance",
                "importanceLow",
                "importanceHigh",
                "share",
                "coefficient",
                "coefficientLow",
                "coefficientHigh",
                "correlation",
                "leftOutBecause");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var driver : drivers) {
            var cells = new ArrayList<Object>(List.of(driver.driver(), driver.name(), driver.importance()));
            cells.addAll(Interval.bounds(driver.interval()));
            cells.add(driver.share());
            cells.add(driver.coefficient());
            cells.addAll(Interval.bounds(driver.coefficientInterval()));
            cells.add(driver.correlation());
            cells.add(null);
            rows.add(cells);
        }
        for (var left : leftOut) {
            var cells = new ArrayList<Object>(List.of(left.driver()));
            while (cells.size() < columns().size() - 1) {
                cells.add(null);
            }
            cells.add(left.reason());
            rows.add(cells);
        }
        return rows;
    }

    @Override
    public String title(Labels labels) {
        var figure = labels.text("satisfaction." + kind);
        return fit == null
                ? labels.text("drivers.none", figure, labels.text("drivers." + reason))
                : labels.text("drivers.title", figure, fit, used);
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return drivers.stream()
                .map(driver -> new Bar(
                        driver.name(),
                        driver.importance().doubleValue(),
                        labels.text("chart.share", driver.share()),
                        labels.text("drivers.coefficient", driver.coefficient())))
                .toList();
    }
}
