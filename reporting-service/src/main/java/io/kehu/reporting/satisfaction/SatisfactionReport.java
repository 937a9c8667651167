package io.kehu.reporting.satisfaction;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupKey;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Labels;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Scores from surveys: answers count on the day that they were given, the response rate on the day of sending. */
@ApplicationScoped
class SatisfactionReport {

    /** A survey stands here twice: when it was sent and when it was answered. */
    private static final String MOMENTS = """
            select {key} as grp, moment.answered, {score} as score, s.scores
              from survey s cross join lateral (values (false, s.sent_at), (true, s.answered_at)) moment (answered, at) {join}
             where moment.at is not null and {conditions} and {touched} and {period}""";

    private static final String FIGURES = """
            with moments as ({moments})
            select grouping(grp) = 1, grp, count(score) filter (where answered),
                   count(*) filter (where answered and score >= {satisfied}),
                   count(*) filter (where answered and score <= {dissatisfied}),
                   avg(score) filter (where answered), stddev_samp(score) filter (where answered),
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
    private final GroupNames names;

    SatisfactionReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    private record Figures(GroupKey group, Tally tally) {}

    private record Mean(GroupKey group, Satisfaction.Dimension dimension) {}

    Satisfaction make(SatisfactionQuestion question) {
        var about = freshness.about();
        var groupBy = question.groupBy();
        var overall = question.ofAll();
        var means = groupBy == SatisfactionGroup.DIMENSION ? means(overall) : means(question);
        var figures = figures(question);
        var total = (groupBy == SatisfactionGroup.DIMENSION ? figures(overall) : figures)
                .stream().filter(each -> each.group().total()).findFirst().orElseThrow();
        var list = question.answers();
        return new Satisfaction(
                about,
                question.period(),
                question.kind(),
                question.dimension(),
                groupBy,
                row(question, total, null, means, list.address()),
                groupBy == SatisfactionGroup.NONE ? List.of() : groups(question, figures, means));
    }

    private List<Satisfaction.Row> groups(SatisfactionQuestion question, List<Figures> figures, List<Mean> means) {
        var groupBy = question.groupBy();
        var groups = figures.stream().filter(each -> !each.group().total()).toList();
        var named = names.of(
                groupBy.naming(),
                groups.stream().map(each -> each.group().key()).toList());
        var labels = Labels.ofRequest();
        return groups.stream()
                .map(each -> {
                    var key = each.group().key();
                    var name = named.getOrDefault(key, labels.name(groupBy, key));
                    var records = groupBy.records(question.answers(), key, question.period());
                    return row(question, each, name, means, records.address());
                })
                .sorted(Comparator.comparing(Satisfaction.Row::key, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Figures> figures(SatisfactionQuestion question) {
        return readModel.query(
                Sql.of(
                        FIGURES,
                        Map.of(
                                "moments", moments(question),
                                "satisfied", question.kind().satisfied(),
                                "dissatisfied", question.kind().dissatisfied())),
                SatisfactionReport::figures);
    }

    private List<Mean> means(SatisfactionQuestion question) {
        return readModel.query(Sql.of(DIMENSIONS, Map.of("moments", moments(question))), SatisfactionReport::mean);
    }

    private static Sql moments(SatisfactionQuestion question) {
        return Sql.of(
                MOMENTS,
                Map.of(
                        "key", question.groupBy().key(question.period()),
                        "join", question.groupBy().join(),
                        "score", question.score(),
                        "conditions", question.surveys().conditions(question.kind()),
                        "touched", question.period().touches("s.sent_at", "s.answered_at"),
                        "period", question.period().holds("moment.at")));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                GroupKey.read(row),
                new Tally(
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7),
                        row.getLong(8),
                        row.getLong(9)));
    }

    private static Mean mean(ResultSet row) throws SQLException {
        return new Mean(
                GroupKey.read(row),
                new Satisfaction.Dimension(row.getString(3), row.getLong(4), Shares.rounded(row.getBigDecimal(5))));
    }

    private static Satisfaction.Row row(
            SatisfactionQuestion question, Figures figures, String name, List<Mean> means, String records) {
        var kind = question.kind();
        var tally = figures.tally();
        return new Satisfaction.Row(
                figures.group().key(),
                name,
                tally.answers(),
                tally.satisfied(),
                tally.dissatisfied(),
                kind == SurveyKind.CSAT ? kind.score(tally) : null,
                kind.score(tally),
                kind.interval(tally),
                Shares.rounded(tally.mean()),
                tally.sent(),
                Shares.share(tally.answeredOfSent(), tally.sent()),
                means.stream()
                        .filter(mean -> Objects.equals(mean.group(), figures.group()))
                        .map(Mean::dimension)
                        .toList(),
                records);
    }
}
