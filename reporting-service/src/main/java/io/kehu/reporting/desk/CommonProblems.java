package io.kehu.reporting.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What customers ask about most 常见问题, and how often they have to ask again",
        requiredProperties = {"generatedAt", "freshness", "groupBy", "repeatDays", "tickets", "problems"})
public record CommonProblems(
        @JsonUnwrapped About about,
        Period period,
        ProblemGroup groupBy,

        @Schema(description = "Within how many days asking again counts")
        int repeatDays,

        @Schema(description = "All tickets opened in the period but for dropped ones (rejected, duplicate, cancelled)")
        long tickets,

        @Schema(description = "Most frequent first") List<Problem> problems)
        implements Charted {

    /** One problem. */
    @Schema(
            name = "CommonProblem",
            requiredProperties = {"tickets", "customers", "repeated"})
    public record Problem(
            @Schema(description = "Absent of tickets that do not tell it")
            String key,

            String name,

            @Schema(description = "Tickets opened for it in the period")
            long tickets,

            @Schema(description = "Of all tickets, 0 to 1 占比")
            BigDecimal share,

            @Schema(description = "Customers that had it") long customers,

            @Schema(description = "Tickets whose customer had opened another for the same in the days before 重复请求")
            long repeated,

            @Schema(description = "repeated ÷ tickets of known customers, 0 to 1 重复率")
            BigDecimal repeatRate,

            @Schema(description = "Of repeatRate, 95 %, by Wilson")
            Interval repeatInterval,

            @Schema(description = "Median of the hours until it was solved, around the clock")
            BigDecimal medianHours,

            @Schema(description = RecordList.DESCRIPTION + "; dropped ones are among them")
            String records) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "name",
                "tickets",
                "share",
                "customers",
                "repeated",
                "repeatRate",
                "repeatRateLow",
                "repeatRateHigh",
                "medianHours");
    }

    @Override
    public List<List<?>> rows() {
        return problems.stream().<List<?>>map(CommonProblems::cells).toList();
    }

    private static List<?> cells(Problem problem) {
        var cells = new ArrayList<Object>();
        cells.add(problem.key());
        cells.add(problem.name());
        cells.add(problem.tickets());
        cells.add(problem.share());
        cells.add(problem.customers());
        cells.add(problem.repeated());
        cells.add(problem.repeatRate());
        cells.addAll(Interval.bounds(problem.repeatInterval()));
        cells.add(problem.medianHours());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("problems.title", tickets);
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return problems.stream()
                .map(problem -> Bar.of(
                        labels.orNone(problem.name()),
                        problem.tickets(),
                        problem.repeatRate() == null
                                ? labels.text("chart.share", problem.share())
                                : labels.text("chart.share", problem.share()) + " · "
                                        + labels.text("problems.repeat", problem.repeatRate(), repeatDays)))
                .toList();
    }
}
