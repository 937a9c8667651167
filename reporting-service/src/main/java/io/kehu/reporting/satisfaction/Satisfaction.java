package io.kehu.reporting.satisfaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Period;
import io.kehu.reporting.Tabular;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "Satisfaction 满意度 (CSAT): by the day of the answer; the response rate by the day of sending",
        requiredProperties = {"generatedAt", "freshness", "total", "groups"})
public record Satisfaction(
        @JsonUnwrapped About about, Period period, SatisfactionGroup groupBy, Row total, List<Row> groups)
        implements Tabular {

    /** The figures of one group, or of all. */
    @Schema(
            name = "SatisfactionRow",
            requiredProperties = {"answers", "satisfied", "sent", "dimensions"})
    public record Row(
            String key,

            @Schema(description = "Answers given in the period 回答数")
            long answers,

            @Schema(description = "Of them 4 or 5 of 5") long satisfied,

            @Schema(description = "satisfied ÷ answers, 0 to 1")
            BigDecimal csat,

            Wilson interval,
            @Schema(description = "Mean score, 1 to 5") BigDecimal meanScore,

            @Schema(description = "Surveys sent in the period 发送数")
            long sent,

            @Schema(description = "Of those sent, answered by now, 0 to 1 回复率")
            BigDecimal responseRate,

            @Schema(description = "Mean by dimension 各维度") List<Dimension> dimensions) {}

    /** What was thought of one side of the service, for instance {@code SERVICE_ATTITUDE}. */
    @Schema(name = "SatisfactionDimension")
    public record Dimension(String dimension, long answers, BigDecimal meanScore) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "dimension",
                "answers",
                "satisfied",
                "csat",
                "csatLow",
                "csatHigh",
                "meanScore",
                "sent",
                "responseRate");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        groups.forEach(group -> add(rows, group));
        add(rows, total);
        return rows;
    }

    private void add(List<List<?>> rows, Row row) {
        var cells = new ArrayList<Object>();
        cells.add(row == total ? "*" : row.key());
        cells.add(null);
        cells.add(row.answers());
        cells.add(row.satisfied());
        cells.add(row.csat());
        cells.add(row.interval() == null ? null : row.interval().low());
        cells.add(row.interval() == null ? null : row.interval().high());
        cells.add(row.meanScore());
        cells.add(row.sent());
        cells.add(row.responseRate());
        rows.add(cells);
        for (var dimension : row.dimensions()) {
            var line = new ArrayList<Object>();
            line.add(cells.getFirst());
            line.add(dimension.dimension());
            line.add(dimension.answers());
            line.addAll(Collections.nCopies(4, null));
            line.add(dimension.meanScore());
            line.addAll(Collections.nCopies(2, null));
            rows.add(line);
        }
    }
}
