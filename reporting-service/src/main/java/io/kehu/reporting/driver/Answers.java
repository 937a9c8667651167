package io.kehu.reporting.driver;

import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import io.kehu.reporting.satisfaction.SurveyDimensions;
import io.kehu.reporting.satisfaction.SurveyKind;
import io.kehu.reporting.satisfaction.SurveyParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answered surveys with the tickets that they are about, summed up where the read model has them, in one pass over them. */
@ApplicationScoped
class Answers {

    private static final String ANSWERED =
            "s.answered_at is not null and s.score is not null and {conditions} and {period}";

    private static final String TOLD = "select {counts} from survey s where {answered}";

    /**
     * Sums of the answers of each lot that leave out the same; sums pass over what is left out. Ids are not all given by chance, but
     * their hashes are as good as that. The inner offset keeps figures apart from their sums, so that each is worked out only
     * once; the outer one keeps the planner from expecting a part for each answer, which it would sort.
     */
    private static final String SUMS = """
            select part, count(*), {sums}, {products}
              from (select lot + {lots} * ({missing}), {names}
                      from (select uuid_hash(s.id) & {lots} - 1, {figures}
                              from survey s left join ticket t on t.id = s.ticket_id and not t.deleted
                              left join (
                                select ticket_id, bool_or(verdict = 'BREACHED') as breached
                                  from sla where verdict is not null and not deleted group by ticket_id) c on c.ticket_id = t.id
                             where {answered}
                            offset 0) answer (lot, {names})
                    offset 0) answer (part, {names})
             group by part
             order by part""";

    private final ReadModel readModel;
    private final SurveyDimensions dimensions;

    Answers(ReadModel readModel, SurveyDimensions dimensions) {
        this.readModel = readModel;
        this.dimensions = dimensions;
    }

    /** The answers of a period, before anything is known of them. */
    record Question(Period period, SurveyParameters surveys, SurveyKind kind) {

        private Sql answered() {
            return Sql.of(
                    ANSWERED, Map.of("conditions", surveys.conditions(kind), "period", period.holds("s.answered_at")));
        }
    }

    AnswerSums sum(Question question) {
        var sides = dimensions(question);
        var summed = Stream.concat(
                        sides.stream().limit(Selection.MOST),
                        Stream.of(Fact.values()).map(Candidate::of))
                .toList();
        var names = IntStream.rangeClosed(0, summed.size())
                .mapToObj(column -> "figure" + column)
                .toList();
        var missing = IntStream.range(0, summed.size())
                .mapToObj(bit -> "case when %s is null then %d else 0 end".formatted(names.get(bit + 1), 1 << bit))
                .collect(Collectors.joining(" + "));
        var products = names.stream()
                .flatMap(
                        one -> names.subList(0, names.indexOf(one) + 1).stream().map(other -> one + " * " + other))
                .toList();
        var figures = Stream.concat(
                        Stream.of(Sql.of("s.score")), summed.stream().map(Candidate::figure))
                .toList();
        var sums = Sql.of(
                SUMS,
                Map.of(
                        "sums", each(names, "sum(%s)"::formatted),
                        "products", each(products, "sum(%s)"::formatted),
                        "lots", Sql.of(Integer.toString(Sample.LOTS)),
                        "missing", Sql.of(missing),
                        "names", each(names, name -> name),
                        "figures", Sql.list(figures),
                        "answered", question.answered()));
        return new AnswerSums(
                summed,
                sides.stream().skip(Selection.MOST).toList(),
                readModel.query(sums, row -> AnswerSums.Part.read(row, names.size())));
    }

    /** If there are more than can be compared, those that are told most come first. */
    private List<Candidate> dimensions(Question question) {
        var known = dimensions.of(question.kind());
        if (known.size() <= Selection.MOST) {
            return known.stream().map(Candidate::of).toList();
        }
        var counts = known.stream()
                .map(dimension -> Sql.of("count(s.scores ->> ?)", dimension))
                .toList();
        return readModel
                .query(Sql.of(TOLD, Map.of("counts", Sql.list(counts), "answered", question.answered())), row -> {
                    var told = new ArrayList<Candidate>();
                    for (var dimension : known) {
                        told.add(Candidate.of(dimension).told(row.getLong(told.size() + 1), false));
                    }
                    return told;
                })
                .getFirst()
                .stream()
                .sorted(Comparator.comparingLong(Candidate::known).reversed())
                .toList();
    }

    private static Sql each(List<String> names, UnaryOperator<String> words) {
        return Sql.of(names.stream().map(words).collect(Collectors.joining(", ")));
    }
}
