package io.kehu.opportunity;

import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way of a deal through its stages, as its events tell it; it only ever grows, unless an import is taken back. */
@Schema(description = "The stages 阶段历史 that a deal has been in, the present one last")
public record StageHistory(List<StageVisit> items) {

    /** Where a visit stands in the order: by when it began, else by when it was told. */
    private record Told(StageVisit visit, Instant recordedAt) {
        Instant place() {
            return visit.enteredAt() == null ? recordedAt : visit.enteredAt();
        }
    }

    /** @param events every event of one deal that tells of stages, in order */
    static StageHistory of(List<Event> events) {
        var told = new ArrayList<Told>();
        for (var event : standing(events)) {
            switch ((OpportunityEvent) event.data()) {
                case OpportunityEvent.Opened e -> told.add(visit(event, e.stage(), null, null, null));
                case OpportunityEvent.StageChanged e -> told.add(visit(event, e.to(), e.reason(), null, null));
                case OpportunityEvent.Won e -> told.add(visit(event, e.to(), e.reason(), null, null));
                case OpportunityEvent.Lost e -> told.add(visit(event, e.to(), e.comment(), e.reason(), e.competitor()));
                case OpportunityEvent.Reopened e -> told.add(visit(event, e.to(), e.reason(), null, null));
                case OpportunityEvent.Imported e -> addPast(event, e, told);
                case OpportunityEvent.Updated _,
                        OpportunityEvent.ImportReverted _,
                        OpportunityEvent.OwnerChanged _,
                        OpportunityEvent.Deleted _,
                        OpportunityEvent.Restored _,
                        OpportunityEvent.Idle _,
                        OpportunityEvent.Unknown _ -> {}
            }
        }
        return new StageHistory(inOrder(told));
    }

    /** Without those of imports that have been taken back. */
    private static List<Event> standing(List<Event> events) {
        var standing = new ArrayList<Event>();
        for (var event : events) {
            if (event.data() instanceof OpportunityEvent.ImportReverted reverted) {
                standing.removeIf(told -> told.metadata().version() >= reverted.sinceVersion());
            } else {
                standing.add(event);
            }
        }
        return standing;
    }

    /** Times that are learned later fill in for the same stage without one. */
    private static void addPast(Event event, OpportunityEvent.Imported past, List<Told> told) {
        for (var entry : past.stages()) {
            told.removeIf(each -> each.visit().enteredAt() == null && isOf(each.visit(), entry.stage()));
            told.add(told(event, entry.stage(), entry.enteredAt(), null, null, null));
        }
        var present = past.stage();
        if (told.stream().noneMatch(each -> isOf(each.visit(), present))) {
            told.add(told(event, present, null, null, null, null));
        }
    }

    private static boolean isOf(StageVisit visit, StageState stage) {
        return visit.stage().code().equals(stage.code());
    }

    private static Told visit(Event event, StageState stage, String reason, String lostReason, String competitor) {
        var entered = ((OpportunityState) event.state()).stageEnteredAt();
        return told(event, stage, entered, reason, lostReason, competitor);
    }

    private static Told told(
            Event event, StageState stage, Instant entered, String reason, String lostReason, String competitor) {
        var state = (OpportunityState) event.state();
        var metadata = event.metadata();
        var visit = new StageVisit(
                stage,
                entered,
                null,
                null,
                state.amount(),
                state.expectedCloseDate(),
                metadata.actor(),
                metadata.origin(),
                reason,
                lostReason,
                competitor);
        return new Told(visit, metadata.recordedAt());
    }

    private static List<StageVisit> inOrder(List<Told> told) {
        told.sort(Comparator.comparing(Told::place));
        var visits = new ArrayList<StageVisit>();
        for (var index = 0; index < told.size(); index++) {
            var visit = told.get(index).visit();
            visits.add(
                    index + 1 < told.size()
                            ? visit.left(told.get(index + 1).visit().enteredAt())
                            : visit);
        }
        return List.copyOf(visits);
    }

    /** The stage times that are known. */
    public Set<StageEntry> entries() {
        return items.stream()
                .filter(visit -> visit.enteredAt() != null)
                .map(visit -> new StageEntry(visit.stage(), visit.enteredAt()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
