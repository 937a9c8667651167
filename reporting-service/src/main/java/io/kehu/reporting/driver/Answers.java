package io.kehu.reporting.driver;

import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import io.kehu.reporting.satisfaction.SurveyKind;
import io.kehu.reporting.satisfaction.SurveyParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answered surveys with the tickets that they are about, as the read model has them. */
@ApplicationScoped
class Answers {

    private static final String ANSWERED = """
              from survey s left join ticket t on t.id = s.ticket_id and not t.deleted
             where s.answered_at is not null and s.score is not null and {conditions} and {period}""";

    private static final String DIMENSIONS = """
            select mark.dimension, count(*), min(mark.score::double precision), max(mark.score::double precision)
              from survey s cross join lateral jsonb_each(s.scores) mark (dimension, score)
             where s.answered_at is not null and s.score is not null and jsonb_typeof(mark.score) = 'number'
               and {conditions} and {period}
             group by mark.dimension""";

    /** Materialized, so that each fact is worked out once. */
    private static final String CENSUS = "with answer as materialized (select s.score"
            + ofFacts(fact -> ", " + fact.figure() + " as " + fact)
            + "\n" + ANSWERED + ") select count(*), min(score), max(score)"
            + ofFacts(fact -> ", count(%1$s), min(%1$s), max(%1$s)".formatted(fact))
            + " from answer";

    private final ReadModel readModel;

    Answers(ReadModel readModel) {
        this.readModel = readModel;
    }

    private static String ofFacts(Function<Fact, String> words) {
        return Stream.of(Fact.values()).map(words).collect(Collectors.joining());
    }

    /** The answers of a period, before anything is known of them. */
    record Question(Period period, SurveyParameters surveys, SurveyKind kind) {

        private Sql in(String template) {
            return Sql.of(
                    template, Map.of("conditions", surveys.conditions(kind), "period", period.holds("s.answered_at")));
        }
    }

    /** How many there are, and what some of them tell. */
    record Census(long answers, double least, double most, List<Candidate> candidates) {

        double middle() {
            return (least + most) / 2;
        }
    }

    Census count(Question question) {
        var candidates = new ArrayList<>(dimensions(question));
        return readModel
                .query(question.in(CENSUS), row -> {
                    for (var fact : Fact.values()) {
                        var column = 4 + 3 * fact.ordinal();
                        candidates.add(new Candidate(
                                fact.name(),
                                fact,
                                row.getLong(column),
                                row.getDouble(column + 1),
                                row.getDouble(column + 2)));
                    }
                    return new Census(row.getLong(1), row.getDouble(2), row.getDouble(3), candidates);
                })
                .getFirst();
    }

    private List<Candidate> dimensions(Question question) {
        return readModel.query(
                question.in(DIMENSIONS),
                row -> new Candidate(row.getString(1), null, row.getLong(2), row.getDouble(3), row.getDouble(4)));
    }

    /** The overall score, and the figures of {@code candidates}, of all answers that tell them all. */
    Sample sample(Question question, Census census, List<Candidate> candidates) {
        var columns = candidates.stream()
                .map(Candidate::figure)
                .reduce(
                        Sql.of("select s.id, s.score"),
                        (one, other) -> Sql.of("{one}, {other}", Map.of("one", one, "other", other)));
        var origin = new double[candidates.size() + 1];
        origin[0] = census.middle();
        for (var index = 0; index < candidates.size(); index++) {
            origin[index + 1] = candidates.get(index).middle();
        }
        var sample = new Sample(origin);
        var asked = Sql.of("{columns} {answered}", Map.of("columns", columns, "answered", question.in(ANSWERED)));
        readModel.stream(asked, row -> {
            var figures = new double[origin.length];
            for (var index = 0; index < figures.length; index++) {
                figures[index] = row.getDouble(index + 2);
                if (row.wasNull()) {
                    return;
                }
            }
            sample.add(row.getObject(1, UUID.class), figures);
        });
        return sample;
    }
}
