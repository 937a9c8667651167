package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Argument;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of surveys.
 *
 * @param dimension whose scores are asked for, null for the overall ones
 */
record SatisfactionQuestion(
        Period period, SurveyParameters surveys, SurveyKind kind, String dimension, SatisfactionGroup groupBy) {

    private static final String SENT = """
            select {key} as grp, count(*), count({asked})
              from survey s {join}
             where s.sent_at is not null and {conditions} and {period}
             group by grp""";

    /** The offset keeps the scores apart from their sums, so that each is looked up only once. */
    private static final String ANSWERED = """
            select grp, count(*), {sums}
              from (select {key}, {scores}
                      from survey s {join}
                     where s.answered_at is not null and {conditions} and {period}
                    offset 0) answer (grp, {columns})
             group by grp""";

    SatisfactionQuestion {
        if (groupBy == SatisfactionGroup.DIMENSION) {
            new Argument("dimension", dimension).refuse("nothing beside groupBy=dimension");
        }
    }

    /** How many surveys were sent in each group, and of how many of them what is asked for is known by now. */
    Sql sent() {
        return in(SENT, "s.sent_at", Map.of("asked", dimension == null ? Sql.of("s.answered_at") : score(dimension)));
    }

    /** How many answers were given in each group, and their {@link Scores}: of the whole, then of each of {@code dimensions}. */
    Sql answered(List<String> dimensions) {
        var scores = Stream.concat(
                        Stream.of(Sql.of("s.score")), dimensions.stream().map(SatisfactionQuestion::score))
                .toList();
        var columns = IntStream.range(0, scores.size())
                .mapToObj(place -> "score" + place)
                .toList();
        var sums = columns.stream().map(column -> Scores.of(column, kind)).toList();
        return in(
                ANSWERED,
                "s.answered_at",
                Map.of(
                        "scores", Sql.list(scores),
                        "columns", Sql.of(String.join(", ", columns)),
                        "sums", Sql.list(sums)));
    }

    /** The key of the group that a row is about, which may be null. */
    String group(ResultSet row) throws SQLException {
        var step = groupBy.step();
        return step == null ? row.getString(1) : step.key(row.getInt(1));
    }

    private static Sql score(String dimension) {
        return Sql.of("(s.scores ->> ?)::integer", dimension);
    }

    private Sql in(String template, String time, Map<String, Sql> more) {
        var parts = new HashMap<>(more);
        parts.put("key", groupBy.key(time, period));
        parts.put("join", groupBy.join());
        parts.put("conditions", surveys.conditions(kind));
        parts.put("period", period.holds(time));
        return Sql.of(template, parts);
    }

    /** The answers of the period. */
    RecordList answers() {
        return period.records(surveys.records(kind).where("answeredAt=null=false"), "answeredAt")
                .unless(dimension);
    }
}
