package io.kehu.opportunity;

import io.kehu.events.OpportunityEvent;
import io.kehu.events.StageState;
import io.kehu.opportunity.loss.LostReason;
import io.kehu.opportunity.past.PastDeal;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An opportunity 商机: a deal that may be won, on its way through the stages of a pipeline. */
@Entity
public class Opportunity extends ImportedDeal implements Served<OpportunityView> {

    public static final String NUMBER_PREFIX = "O";

    protected Opportunity() {}

    Opportunity(String number, String owner, String team, Stage stage, OpportunityFields fields) {
        super(number, owner, team, EventLog.now());
        requireOpenStage(stage);
        set(fields);
        stand(stage, openedAt(), null, null);
        refuse(RequiredFields.faults(stage, state(), List.of()));
    }

    private Opportunity(String number, PastDeal deal) {
        super(number, deal);
    }

    public static Opportunity ofThePast(String number, PastDeal deal) {
        return new Opportunity(number, deal);
    }

    OpportunityEvent opened() {
        return new OpportunityEvent.Opened(stage().state());
    }

    /** @param duplicates deals that it likely is, and beside which it is wanted all the same */
    OpportunityEvent opened(List<UUID> duplicates) {
        return duplicates.isEmpty() ? opened() : new OpportunityEvent.Opened(stage().state(), List.copyOf(duplicates));
    }

    /** Takes over {@code fields}; empty if nothing is different. What the present stage requires cannot be cleared. */
    Optional<OpportunityEvent> update(OpportunityFields fields) {
        if (fields.stage() != null && !fields.stage().equals(stage().code())) {
            throw invalid("stage", "opportunity.stage-by-move");
        }
        if (fields.pipeline() != null && !fields.pipeline().equals(stage().pipeline())) {
            throw invalid("pipeline", "opportunity.pipeline-stays");
        }
        var before = fields();
        var missingBefore = RequiredFields.missing(stage(), state());
        set(fields);
        refuse(RequiredFields.faults(stage(), state(), missingBefore));
        if (openedAt() != null && closedAt() != null && openedAt().isAfter(closedAt())) {
            throw invalid("openedAt", "opportunity.opened-after-closed");
        }
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(worked(changed));
    }

    /**
     * Goes to {@code next}; empty if it is there already and nothing new is said of it.
     *
     * @param reasons for which it may be lost, by their keys
     */
    Optional<OpportunityEvent> moveTo(
            Stage next, ChangeStage move, Map<String, LostReason> reasons, ZonedDateTime now) {
        if (next.is(stage()) && saysNothingNew(move)) {
            return Optional.empty();
        }
        if (stage().isClosedTo(next)) {
            throw new RuleViolation("opportunity.closed", number(), stage().name());
        }
        if (!stage().allows(next)) {
            throw new RuleViolation("opportunity.stage-move", stage().name(), next.name());
        }
        var faults = RequiredFields.faults(next, state(), List.of());
        faults.addAll(move.faultsOfLoss(next.kind(), reasons));
        refuse(faults);
        var from = stage().state();
        var left = stageEnteredAt();
        var at = now.toInstant();
        var closed = stage().isOpen() ? at : closedAt();
        forgetStatedProbability();
        touch();
        stand(next, at, next.isOpen() ? null : closed, move.lostReason());
        move.winner().ifPresent(this::addCompetitor);
        return Optional.of(moved(from, left, move, now));
    }

    private boolean saysNothingNew(ChangeStage move) {
        if (stage().isOpen()) {
            return move.lostReason() == null && move.winner().isEmpty();
        }
        return (move.lostReason() == null || move.lostReason().equals(lostReason()))
                && move.reason() == null
                && move.winner().filter(winner -> !names(winner)).isEmpty();
    }

    private OpportunityEvent moved(StageState from, Instant entered, ChangeStage move, ZonedDateTime now) {
        var to = stage().state();
        return switch (stage().kind()) {
            case WON -> new OpportunityEvent.Won(from, to, now.toLocalDate(), amount(), move.reason());
            case LOST ->
                new OpportunityEvent.Lost(
                        from,
                        to,
                        now.toLocalDate(),
                        move.lostReason(),
                        move.reason(),
                        move.competitor(),
                        move.competitorId());
            case OPEN, INVALID, AFTER_SALES -> new OpportunityEvent.StageChanged(from, to, entered, move.reason());
        };
    }

    OpportunityEvent reopen(Stage next, String reason, Instant now) {
        if (stage().isOpen()) {
            throw new RuleViolation("opportunity.not-closed", number());
        }
        requireOpenStage(next);
        refuse(RequiredFields.faults(next, state(), List.of()));
        var from = stage().state();
        forgetStatedProbability();
        touch();
        stand(next, now, null, null);
        return new OpportunityEvent.Reopened(from, next.state(), reason);
    }

    /**
     * Goes on in another pipeline, or in another version of its own, in a stage of the same kind; empty if it is there already.
     * What its stage required and it did not have, it need not have there either.
     */
    Optional<OpportunityEvent> goOnIn(Stage next, String reason, Instant now) {
        if (next.is(stage())) {
            return Optional.empty();
        }
        if (next.kind() != stage().kind()) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("stages", "opportunity.pipeline-kind", stage().name(), next.name())));
        }
        refuse(RequiredFields.faults(next, state(), RequiredFields.missing(stage(), state())));
        var from = stage().state();
        var entered = stageEnteredAt();
        var same = next.pipeline().equals(stage().pipeline()) && next.code().equals(stage().code());
        if (!same) {
            forgetStatedProbability();
        }
        touch();
        stand(next, same ? entered : now, closedAt(), lostReason());
        return Optional.of(
                same
                        ? updated(Set.of("pipelineVersion"))
                        : new OpportunityEvent.StageChanged(from, next.state(), entered, reason));
    }

    @Override
    protected OpportunityEvent ownerChanged(
            String previousOwner, String newOwner, String previousTeam, String newTeam) {
        if (!newOwner.equals(previousOwner)) {
            touch();
        }
        return new OpportunityEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public OpportunityEvent remove() {
        delete();
        return new OpportunityEvent.Deleted();
    }

    @Override
    public OpportunityEvent takeBack() {
        restore();
        touch();
        return new OpportunityEvent.Restored();
    }

    private static void requireOpenStage(Stage next) {
        if (!next.isOpen()) {
            throw invalid("stage", "opportunity.opens-open");
        }
    }

    private static void refuse(List<InvalidField> faults) {
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
    }

    private static Invalid invalid(String field, String code) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code)));
    }
}
