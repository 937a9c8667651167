package io.kehu.reporting.target;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Credit;
import io.kehu.reporting.Labels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "Sales targets 业绩目标 of a year beside what has been achieved",
        requiredProperties = {"generatedAt", "freshness", "year", "metric", "targets"})
public record TargetFigures(
        @JsonUnwrapped About about,
        int year,
        Metric metric,

        @Schema(description = "Whom won deals count for 业绩归属")
        Credit credit,

        @Schema(description = "Time zone of the months", implementation = String.class, examples = "Asia/Shanghai")
        ZoneId timeZone,

        @Schema(description = "Until which day it was told 截至日期")
        LocalDate until,

        @Schema(
                description =
                        "Currencies whose amounts are in no figure, because nobody named a rate into the target's currency")
        Set<String> otherCurrencies,

        List<Subject> targets)
        implements Charted {

    /** The figures of one target. */
    @Schema(
            name = "TargetSubjectFigures",
            requiredProperties = {"id", "subjectKind", "total", "months"})
    public record Subject(
            UUID id,

            @Schema(description = "COMPANY, TEAM or USER 目标对象")
            String subjectKind,

            @Schema(description = "Path of the team, or username; absent for the company")
            String subject,

            @Schema(description = "Currency 币种; absent for a count")
            String currency,

            YearFigures total,
            List<MonthFigures> months) {

        Subject(UUID id, String subjectKind, String subject, String currency, Attainment attainment) {
            this(id, subjectKind, subject, currency, attainment.whole(), attainment.months());
        }
    }

    @Schema(requiredProperties = "target")
    public record YearFigures(
            @Schema(description = "To be reached 目标") BigDecimal target,

            @Schema(description = "Reached 完成; absent where nothing tells yet")
            BigDecimal achieved,

            @Schema(description = "Target less achieved 差额; negative beyond the target")
            BigDecimal gap,

            @Schema(description = "Achieved ÷ target 完成率; absent where the target is zero")
            BigDecimal attainment,

            @Schema(
                    description =
                            "Achieved ÷ what was to be reached until today 进度: past months, and the present one by its days")
            BigDecimal pace) {}

    @Schema(requiredProperties = {"month", "target"})
    public record MonthFigures(
            @Schema(description = "1 to 12") int month,
            @Schema(description = "To be reached 目标") BigDecimal target,

            @Schema(description = "Reached 完成; absent of months to come")
            BigDecimal achieved,

            @Schema(description = "Target less achieved 差额") BigDecimal gap,
            @Schema(description = "Achieved ÷ target 完成率") BigDecimal attainment,

            @Schema(description = "The same of January to this month 累计进度")
            BigDecimal pace) {}

    @Override
    public List<String> columns() {
        return List.of(
                "subjectKind", "subject", "currency", "month", "target", "achieved", "gap", "attainment", "pace");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var each : targets) {
            for (var month : each.months()) {
                rows.add(Arrays.asList(
                        each.subjectKind(),
                        each.subject(),
                        each.currency(),
                        month.month(),
                        month.target(),
                        month.achieved(),
                        month.gap(),
                        month.attainment(),
                        month.pace()));
            }
            var total = each.total();
            rows.add(Arrays.asList(
                    each.subjectKind(),
                    each.subject(),
                    each.currency(),
                    "*",
                    total.target(),
                    total.achieved(),
                    total.gap(),
                    total.attainment(),
                    total.pace()));
        }
        return rows;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("targets.title", Integer.toString(year), labels.text("metric." + metric));
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return targets.stream()
                .map(each -> new Bar(
                        each.subject() == null ? labels.text("targets.company") : each.subject(),
                        each.total().attainment() == null
                                ? 0
                                : each.total().attainment().doubleValue(),
                        labels.share(each.total().attainment()),
                        labels.text(
                                "targets.note",
                                labels.number(each.total().achieved()),
                                labels.number(each.total().target()),
                                each.currency() == null ? "" : each.currency())))
                .toList();
    }
}
