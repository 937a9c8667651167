package io.kehu.opportunity;

import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.opportunity.past.PastDeal;
import io.kehu.platform.eventlog.ChangedFields;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A deal whose past an import may tell: as it was, held to none of the rules of {@link Opportunity}. */
@MappedSuperclass
abstract class ImportedDeal extends Deal {

    protected ImportedDeal() {}

    protected ImportedDeal(String number, String owner, String team, Instant openedAt) {
        super(number, owner, team, openedAt);
    }

    protected ImportedDeal(String number, PastDeal deal) {
        super(number, deal.owner(), deal.team(), null);
        set(deal.fields());
        var past = deal.stages();
        stand(past.stage(), past.enteredAt(), past.closedAt(), past.lostReason());
    }

    public final OpportunityEvent imported(PastDeal deal) {
        return new OpportunityEvent.Imported(stage().state(), deal.stages().entries());
    }

    /**
     * Takes over what an import knows now of a deal that is here already; empty if that is nothing new.
     *
     * @param known stage times told before, which are not told again
     */
    public final Optional<OpportunityEvent> takeOver(PastDeal deal, Set<StageEntry> known) {
        var past = deal.stages();
        var learned =
                past.entries().stream().filter(entry -> !known.contains(entry)).toList();
        var stays = past.stage().is(stage());
        var moved = !stays
                || !Objects.equals(past.lostReason(), lostReason())
                || !Objects.equals(past.closedAt(), closedAt());
        var before = fields();
        var assigned = assign(deal.owner(), deal.team());
        set(deal.fields());
        var entered = past.enteredAt() == null && stays ? stageEnteredAt() : past.enteredAt();
        stand(past.stage(), entered, past.closedAt(), past.lostReason());
        if (moved || !learned.isEmpty()) {
            touch();
            return Optional.of(new OpportunityEvent.Imported(stage().state(), learned));
        }
        var changed = ChangedFields.between(before, fields());
        if (changed.isEmpty()) {
            return assigned.map(OpportunityEvent.class::cast);
        }
        if (assigned.isPresent()) {
            changed.addAll(Set.of("owner", "team"));
        }
        return Optional.of(worked(changed));
    }
}
