package io.kehu.reporting.projection;

import io.kehu.events.Event;
import io.kehu.events.EventMetadata;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads from one event what it tells of an opportunity's past. */
final class OpportunityHistory {

    private final EventMetadata metadata;
    private final OpportunityState state;

    private OpportunityHistory(EventMetadata metadata, OpportunityState state) {
        this.metadata = metadata;
        this.state = state;
    }

    static Stream<OpportunityPeriod> of(Event event) {
        return event.state() instanceof OpportunityState state && event.data() instanceof OpportunityEvent data
                ? new OpportunityHistory(event.metadata(), state).periods(data).stream()
                : Stream.empty();
    }

    private List<OpportunityPeriod> periods(OpportunityEvent event) {
        return switch (event) {
            case OpportunityEvent.Opened opened -> entry(opened.stage(), state.stageEnteredAt(), state.openedAt());
            case OpportunityEvent.StageChanged changed -> entry(changed.to(), state.stageEnteredAt());
            case OpportunityEvent.Won won -> entry(won.to(), state.closedAt(), state.stageEnteredAt());
            case OpportunityEvent.Lost lost -> entry(lost.to(), state.closedAt(), state.stageEnteredAt());
            case OpportunityEvent.Reopened reopened -> entry(reopened.to(), state.stageEnteredAt());
            case OpportunityEvent.Imported imported -> past(imported);
            case OpportunityEvent.Updated _, OpportunityEvent.ImportReverted _, OpportunityEvent.OwnerChanged _ ->
                List.of(present(0, false, stoodSince()));
            case OpportunityEvent.Deleted _,
                    OpportunityEvent.Restored _,
                    OpportunityEvent.Idle _,
                    OpportunityEvent.Unknown _ -> List.of();
        };
    }

    /**
     * The stages whose times are told, then the present one. Where nobody knows when that was entered, it has been reached all
     * the same, and is known to be stood in from the recording on.
     */
    private List<OpportunityPeriod> past(OpportunityEvent.Imported imported) {
        var periods = new ArrayList<OpportunityPeriod>();
        for (var told : imported.stages()) {
            periods.add(new OpportunityPeriod(
                    metadata, periods.size(), state, told.stage(), true, null, null, null, told.enteredAt()));
        }
        var since = since(imported);
        if (!periods.isEmpty() && same(periods.getLast().stage(), state.stage())) {
            periods.removeLast();
        }
        periods.add(present(periods.size(), true, since));
        if (since == null) {
            periods.add(present(periods.size(), false, stoodSince()));
        }
        return periods;
    }

    private Instant since(OpportunityEvent.Imported imported) {
        var last = imported.stages().isEmpty() ? null : imported.stages().getLast();
        if (last != null && same(last.stage(), state.stage())) {
            return last.enteredAt();
        }
        var open = state.stage().kind().equals("OPEN");
        return open || state.closedAt() == null ? state.stageEnteredAt() : state.closedAt();
    }

    /** An import tells how a deal stands, not since when: that much is sure from the recording on. */
    private Instant stoodSince() {
        return metadata.historical() ? metadata.recordedAt() : metadata.occurredAt();
    }

    private static boolean same(StageState one, StageState other) {
        return one.pipeline().equals(other.pipeline()) && one.code().equals(other.code());
    }

    /** At the first of the times that is told; of what has just happened, else when it happened. */
    private List<OpportunityPeriod> entry(StageState stage, Instant... times) {
        var time = Stream.of(times)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(metadata.historical() ? null : metadata.occurredAt());
        return List.of(standing(0, stage, true, time));
    }

    private OpportunityPeriod present(int position, boolean entered, Instant time) {
        return standing(position, state.stage(), entered, time);
    }

    private OpportunityPeriod standing(int position, StageState stage, boolean entered, Instant time) {
        return new OpportunityPeriod(
                metadata,
                position,
                state,
                stage,
                entered,
                state.amount(),
                probability(state),
                state.expectedCloseDate(),
                time);
    }

    static Integer probability(OpportunityState state) {
        return state.probability() == null ? (Integer) state.stage().probability() : state.probability();
    }
}
