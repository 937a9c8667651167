package io.kehu.opportunity.past;

import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.loss.LostReasons;
import io.kehu.opportunity.pipeline.Pipeline;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a deal of the past stands, and when it came where, as far as known: no time is ever made up.
 *
 * @param closedAt   null while open, and where nobody knows
 * @param lostReason null unless lost
 * @param entries    when which stages were entered, the earliest first
 */
public record PastStages(Stage stage, Instant closedAt, String lostReason, List<StageEntry> entries) {

    /**
     * What a row says of them, over what is known of the deal that it changes.
     *
     * @param existing null for a deal that is new
     * @throws Invalid 422 if the row contradicts itself
     */
    static PastStages of(OpportunityRow row, Pipeline pipeline, Opportunity existing) {
        var stage = stage(row, pipeline, existing);
        var faults = new ArrayList<InvalidField>();
        var times = row.enteredAt() == null ? Map.<String, Instant>of() : row.enteredAt();
        times.keySet().stream()
                .filter(code -> !pipeline.has(code))
                .map(code -> pipeline.unknown(StageColumns.PREFIX + code, code))
                .forEach(faults::add);
        var end = stage.kind() == Stage.Kind.AFTER_SALES ? pipeline.won() : stage;
        var closedAt = row.closedAt() == null ? times.get(end.code()) : row.closedAt();
        if (stage.isOpen()) {
            closedAt = null;
            if (row.closedAt() != null && (existing == null || !row.closedAt().equals(existing.closedAt()))) {
                faults.add(new InvalidField("closedAt", "opportunity.closed-while-open"));
            }
        } else if (closedAt != null && row.openedAt() != null && row.openedAt().isAfter(closedAt)) {
            faults.add(new InvalidField("openedAt", "opportunity.opened-after-closed"));
        }
        var lost = stage.kind() == Stage.Kind.LOST;
        if (!lost
                && row.lostReason() != null
                && (existing == null || !row.lostReason().equals(existing.lostReason()))) {
            faults.add(new InvalidField("lostReason", "opportunity.not-lost"));
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return new PastStages(
                stage, closedAt, lost ? lostReason(row, existing) : null, entries(pipeline, end, closedAt, times));
    }

    private static Stage stage(OpportunityRow row, Pipeline pipeline, Opportunity existing) {
        if (row.stage() != null) {
            return pipeline.meantBy(row.stage()).orElseThrow(() -> pipeline.unknown(row.stage()));
        }
        return existing == null
                ? pipeline.first()
                : pipeline.stage(existing.stage().code());
    }

    private static String lostReason(OpportunityRow row, Opportunity existing) {
        if (row.lostReason() != null) {
            return row.lostReason();
        }
        return existing == null || existing.lostReason() == null ? LostReasons.NOT_RECORDED : existing.lostReason();
    }

    private static List<StageEntry> entries(
            Pipeline pipeline, Stage end, Instant closedAt, Map<String, Instant> times) {
        var known = new HashMap<>(times);
        if (closedAt != null) {
            known.putIfAbsent(end.code(), closedAt);
        }
        return pipeline.stages().stream()
                .filter(each -> known.containsKey(each.code()))
                .map(each -> new StageEntry(each.state(), known.get(each.code())))
                .sorted(Comparator.comparing(StageEntry::enteredAt))
                .toList();
    }

    /** When the present stage was entered, or null if nobody knows. */
    public Instant enteredAt() {
        return entries.stream()
                .filter(entry -> entry.stage().code().equals(stage.code()))
                .map(StageEntry::enteredAt)
                .findFirst()
                .orElse(null);
    }
}
