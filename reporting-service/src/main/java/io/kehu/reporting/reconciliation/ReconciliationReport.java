package io.kehu.reporting.reconciliation;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import io.kehu.reporting.reconciliation.Reconciliation.Away;
import io.kehu.reporting.reconciliation.Reconciliation.Line;
import io.kehu.reporting.reconciliation.SourceClient.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts what each owner counts beside what the read model counts, so that anybody can see that nothing got lost. */
@ApplicationScoped
class ReconciliationReport {

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final SourceClient sources;

    ReconciliationReport(ReadModel readModel, FreshnessReport freshness, SourceClient sources) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.sources = sources;
    }

    Reconciliation make() {
        var answers = ask();
        var about = freshness.about();
        var away = new ArrayList<Away>();
        var lines = new ArrayList<Line>();
        answers.forEach((source, answer) -> {
            if (!answer.here()) {
                away.add(new Away(source.resource(), answer.trouble()));
                return;
            }
            try {
                lines.addAll(compare(source, SourceTotals.of(source, answer.body()), own(source)));
            } catch (IllegalArgumentException e) {
                away.add(new Away(source.resource(), "its answer lacks a figure: " + e.getMessage()));
            }
        });
        var same = lines.stream().allMatch(line -> line.difference().signum() == 0);
        return new Reconciliation(about, same && away.isEmpty(), away, lines);
    }

    /** All at once, so that one that hangs delays the report by its own patience only. */
    private Map<Source, Answer> ask() {
        var asked = new EnumMap<Source, Future<Answer>>(Source.class);
        var answers = new EnumMap<Source, Answer>(Source.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var source : Source.values()) {
                asked.put(source, threads.submit(() -> sources.get(source.service(), source.path())));
            }
            for (var question : asked.entrySet()) {
                answers.put(question.getKey(), question.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sources could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("This service is stopping", e);
        }
        return answers;
    }

    private Map<Measure, BigDecimal> own(Source source) {
        var figures = new TreeMap<Measure, BigDecimal>();
        readModel
                .query(
                        Sql.of(source.own()),
                        row -> Map.entry(
                                new Measure(row.getString(1), row.getString(2), row.getString(3)),
                                row.getBigDecimal(4)))
                .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        return figures;
    }

    /** What one side does not mention is 0 there. */
    private static List<Line> compare(Source source, Map<Measure, BigDecimal> theirs, Map<Measure, BigDecimal> ours) {
        var measures = new TreeSet<>(theirs.keySet());
        measures.addAll(ours.keySet());
        return measures.stream()
                .map(measure -> {
                    var their = theirs.getOrDefault(measure, BigDecimal.ZERO);
                    var our = ours.getOrDefault(measure, BigDecimal.ZERO);
                    return new Line(
                            source.resource(),
                            measure.name(),
                            measure.part(),
                            measure.currency(),
                            their,
                            our,
                            our.subtract(their));
                })
                .toList();
    }
}
