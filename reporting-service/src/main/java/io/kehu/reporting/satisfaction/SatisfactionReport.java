package io.kehu.reporting.satisfaction;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** CSAT from surveys: answers count on the day that they were given, the response rate on the day of sending. */
@ApplicationScoped
class SatisfactionReport {

    /** A survey stands here twice: when it was sent and when it was answered. */
    private static final String MOMENTS = """
            select {key} as grp, moment.answered, s.score, s.scores
              from survey s cross join lateral (values (false, s.sent_at), (true, s.answered_at)) moment (answered, at)
             where moment.at is not null and {conditions} and {period}""";

    private static final String FIGURES = """
            with moments as ({moments})
            select grouping(grp) = 1, grp,
                   count(score) filter (where answered), count(*) filter (where answered and score >= 4),
                   avg(score) filter (where answered),
                   count(*) filter (where not answered), count(score) filter (where not answered)
              from moments
             group by grouping sets ((), (grp))""";

    private static final String DIMENSIONS = """
            with moments as ({moments})
            select grouping(grp) = 1, grp, dimension, count(*), avg(value::numeric)
              from moments cross join lateral jsonb_each_text(scores) as each (dimension, value)
             where answered and value is not null
             group by grouping sets ((dimension), (grp, dimension))
             order by dimension""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;

    SatisfactionReport(ReadModel readModel, FreshnessReport freshness) {
        this.readModel = readModel;
        this.freshness = freshness;
    }

    private record Group(boolean total, String key) {}

    private record Figures(
            Group group, long answers, long satisfied, BigDecimal mean, long sent, long answeredOfSent) {}

    private record Mean(Group group, Satisfaction.Dimension dimension) {}

    Satisfaction make(Period period, SurveyParameters surveys, SatisfactionGroup groupBy) {
        var about = freshness.about();
        var moments = Map.of(
                "moments",
                Sql.of(
                        MOMENTS,
                        Map.of(
                                "key", groupBy.key(period),
                                "conditions", surveys.conditions(),
                                "period", period.holds("moment.at"))));
        var means = readModel.query(Sql.of(DIMENSIONS, moments), SatisfactionReport::mean);
        var figures = readModel.query(Sql.of(FIGURES, moments), SatisfactionReport::figures);
        var total = figures.stream()
                .filter(each -> each.group().total())
                .findFirst()
                .orElseThrow();
        var groups = figures.stream()
                .filter(each -> !each.group().total() && groupBy != SatisfactionGroup.NONE)
                .map(each -> row(each, means))
                .sorted(Comparator.comparing(Satisfaction.Row::key, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Satisfaction(about, period, groupBy, row(total, means), groups);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                new Group(row.getBoolean(1), row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getBigDecimal(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static Mean mean(ResultSet row) throws SQLException {
        return new Mean(
                new Group(row.getBoolean(1), row.getString(2)),
                new Satisfaction.Dimension(row.getString(3), row.getLong(4), Shares.rounded(row.getBigDecimal(5))));
    }

    private static Satisfaction.Row row(Figures figures, List<Mean> means) {
        return new Satisfaction.Row(
                figures.group().key(),
                figures.answers(),
                figures.satisfied(),
                Shares.share(figures.satisfied(), figures.answers()),
                Wilson.of(figures.satisfied(), figures.answers()),
                Shares.rounded(figures.mean()),
                figures.sent(),
                Shares.share(figures.answeredOfSent(), figures.sent()),
                means.stream()
                        .filter(mean -> Objects.equals(mean.group(), figures.group()))
                        .map(Mean::dimension)
                        .toList());
    }
}
