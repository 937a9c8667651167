package io.kehu.reporting.satisfaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Trend;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Satisfaction 满意度 of one kind of survey: by the day of the answer; the response rate by the day of sending",
        requiredProperties = {"generatedAt", "freshness", "kind", "total", "groups"})
public record Satisfaction(
        @JsonUnwrapped About about,
        Period period,
        SurveyKind kind,

        @Schema(description = "The side of the service whose scores these are 维度; absent for the overall scores")
        String dimension,

        SatisfactionGroup groupBy,
        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(
            name = "SatisfactionRow",
            requiredProperties = {"answers", "sent", "dimensions"})
    public record Row(
            String key,
            String name,

            @Schema(description = "Answers given in the period 回答数")
            long answers,

            @Schema(
                    description =
                            "Of them at the upper end: 4 or 5 of 5; of NPS 9 or 10 (promoters 推荐者); of CES 5 to 7; absent of CUSTOM,"
                                    + " whose ends nobody has named")
            Long satisfied,

            @Schema(
                    description =
                            "Of them at the lower end: 1 or 2 of 5; of NPS 0 to 6 (detractors 贬损者); of CES 1 to 3; absent of CUSTOM")
            Long dissatisfied,

            @Schema(description = "satisfied ÷ answers, 0 to 1; absent of other kinds than CSAT")
            BigDecimal csat,

            @Schema(
                    description =
                            "The kind's own figure: CSAT as csat; NPS (satisfied − dissatisfied) ÷ answers in points,"
                                    + " −100 to 100; CES the mean, 1 to 7; CUSTOM the mean on the questionnaire's scale, absent"
                                    + " if it does not ask for the whole")
            BigDecimal score,

            @Schema(
                    description =
                            "Of score, 95 %: Wilson of a share, Bonett and Price (2012) of the difference of two shares,"
                                    + " Student's t of a mean 置信区间")
            Interval interval,

            @Schema(description = "Mean score 平均分") BigDecimal meanScore,

            @Schema(description = "Surveys sent in the period 发送数; 0 for a dimension, which is not sent by itself")
            long sent,

            @Schema(description = "Of those sent, answered by now, 0 to 1 回复率")
            BigDecimal responseRate,

            @Schema(description = "Mean by dimension 各维度") List<Dimension> dimensions,
            @Schema(description = RecordList.DESCRIPTION) String records) {}

    /** What was thought of one side of the service, for instance {@code SERVICE_ATTITUDE}. */
    @Schema(name = "SatisfactionDimension")
    public record Dimension(
            String dimension,
            long answers,
            BigDecimal meanScore,

            @Schema(description = "Of meanScore, 95 %, by Student's t; absent of fewer than two answers")
            Interval interval) {}

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
                "responseRate",
                "name",
                "dissatisfied",
                "score",
                "scoreLow",
                "scoreHigh",
                "meanLow",
                "meanHigh");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        groups.forEach(group -> add(rows, group));
        add(rows, total);
        return rows;
    }

    private void add(List<List<?>> rows, Row row) {
        var bounds = Interval.bounds(row.interval());
        var cells = new ArrayList<Object>();
        cells.add(row == total ? "*" : row.key());
        cells.add(null);
        cells.add(row.answers());
        cells.add(row.satisfied());
        cells.add(row.csat());
        cells.addAll(row.csat() == null ? Interval.bounds(null) : bounds);
        cells.add(row.meanScore());
        cells.add(row.sent());
        cells.add(row.responseRate());
        cells.add(row.name());
        cells.add(row.dissatisfied());
        cells.add(row.score());
        cells.addAll(bounds);
        cells.addAll(Interval.bounds(null));
        rows.add(cells);
        for (var dimension : row.dimensions()) {
            var line = new ArrayList<Object>(Collections.nCopies(columns().indexOf("meanLow"), null));
            line.set(0, cells.getFirst());
            line.set(1, dimension.dimension());
            line.set(2, dimension.answers());
            line.set(columns().indexOf("meanScore"), dimension.meanScore());
            line.addAll(Interval.bounds(dimension.interval()));
            rows.add(line);
        }
    }

    @Override
    public String title(Labels labels) {
        return labels.text("satisfaction.title", figure(labels), worded(total, labels), total.answers());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        var shown = groupBy == SatisfactionGroup.NONE ? Stream.of(total) : groups.stream();
        return shown.filter(row -> row.score() != null)
                .map(row -> new Bar(
                        row == total ? figure(labels) : labels.orNone(row.name()),
                        row.score().doubleValue(),
                        worded(row, labels),
                        note(row, labels)))
                .toList();
    }

    @Override
    public Optional<Trend> trend(Labels labels) {
        if (groupBy.step() == null) {
            return Optional.empty();
        }
        var points = groups.stream()
                .filter(row -> row.score() != null)
                .map(row -> point(row, labels))
                .toList();
        return Optional.of(new Trend(
                figure(labels), labels.text(groupBy.name().toLowerCase(Locale.ROOT)), kind.pattern(), points));
    }

    private Trend.Point point(Row row, Labels labels) {
        var interval = row.interval() == null ? new Interval(row.score(), row.score()) : row.interval();
        return new Trend.Point(
                row.key(),
                groupBy.step().first(row.key(), period).toEpochDay(),
                row.score().doubleValue(),
                interval.low().doubleValue(),
                interval.high().doubleValue(),
                worded(row, labels),
                note(row, labels));
    }

    private String figure(Labels labels) {
        var name = labels.text("satisfaction." + kind);
        return dimension == null ? name : name + " · " + labels.textOr("dimension." + dimension, dimension);
    }

    private String worded(Row row, Labels labels) {
        return row.score() == null ? "–" : labels.text("score." + kind, row.score());
    }

    private String note(Row row, Labels labels) {
        var answers = labels.text("satisfaction.answers", row.answers());
        return row.interval() == null
                ? answers
                : labels.text(
                                "chart.interval",
                                labels.text("score." + kind, row.interval().low()),
                                labels.text("score." + kind, row.interval().high()))
                        + " · " + answers;
    }
}
