package io.kehu.reporting.satisfaction;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Labels;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Scores from surveys: answers count on the day that they were given, the response rate on the day of sending. */
@ApplicationScoped
class SatisfactionReport {

    private final ReadModel readModel;
    private final SurveyDimensions dimensions;
    private final FreshnessReport freshness;
    private final GroupNames names;

    SatisfactionReport(ReadModel readModel, SurveyDimensions dimensions, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.dimensions = dimensions;
        this.freshness = freshness;
        this.names = names;
    }

    Satisfaction make(SatisfactionQuestion question) {
        var about = freshness.about();
        var tallies = tallies(question);
        var total = tallies.values().stream().reduce(Tally.NOTHING, Tally::and);
        return new Satisfaction(
                about,
                question.period(),
                question.kind(),
                question.dimension(),
                question.groupBy(),
                row(question, null, null, total, question.answers()),
                groups(question, question.groupBy() == SatisfactionGroup.DIMENSION ? ofDimensions(total) : tallies));
    }

    /** By the key of the group, which may be null. */
    private Map<String, Tally> tallies(SatisfactionQuestion question) {
        var tallies = new HashMap<String, Tally>();
        var known = dimensions.of(question.kind());
        readModel.each(
                question.sent(),
                row -> tallies.merge(question.group(row), Tally.ofSent(row.getLong(2), row.getLong(3)), Tally::and));
        readModel.each(
                question.answered(known),
                row -> tallies.merge(question.group(row), Tally.ofAnswers(row, known), Tally::and));
        return tallies;
    }

    /** Each score of an answer counts for the side of the service that it is about. */
    private static Map<String, Tally> ofDimensions(Tally total) {
        var tallies = new HashMap<String, Tally>();
        total.dimensions().forEach((dimension, scores) -> tallies.put(dimension, Tally.ofScores(scores)));
        return tallies;
    }

    private List<Satisfaction.Row> groups(SatisfactionQuestion question, Map<String, Tally> tallies) {
        var groupBy = question.groupBy();
        if (groupBy == SatisfactionGroup.NONE) {
            return List.of();
        }
        var named = names.of(groupBy.naming(), new ArrayList<>(tallies.keySet()));
        var labels = Labels.ofRequest();
        var answers = question.answers();
        return tallies.entrySet().stream()
                .map(group -> row(
                        question,
                        group.getKey(),
                        named.getOrDefault(group.getKey(), labels.name(groupBy, group.getKey())),
                        group.getValue(),
                        groupBy.records(answers, group.getKey(), question.period())))
                .sorted(Comparator.comparing(Satisfaction.Row::key, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Satisfaction.Row row(
            SatisfactionQuestion question, String key, String name, Tally tally, RecordList records) {
        var kind = question.kind();
        var scores = tally.scores(question.dimension());
        return new Satisfaction.Row(
                key,
                name,
                question.dimension() == null ? tally.answers() : scores.number(),
                kind.tellsSatisfied() ? scores.satisfied() : null,
                kind.tellsSatisfied() ? scores.dissatisfied() : null,
                kind == SurveyKind.CSAT ? kind.score(scores) : null,
                kind.score(scores),
                kind.interval(scores),
                scores.mean(),
                tally.sent(),
                Shares.share(tally.answeredOfSent(), tally.sent()),
                means(kind, tally.dimensions()),
                records.address());
    }

    private static List<Satisfaction.Dimension> means(SurveyKind kind, SortedMap<String, Scores> dimensions) {
        return dimensions.entrySet().stream()
                .map(each -> new Satisfaction.Dimension(
                        each.getKey(),
                        each.getValue().number(),
                        each.getValue().mean(),
                        kind.intervalOfMean(each.getValue())))
                .toList();
    }
}
