package io.kehu.opportunity.past;

import io.kehu.opportunity.DealCandidates;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.OpportunityFields;
import io.kehu.opportunity.assignment.Assign;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.exchange.RowValues;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose the deals of an import are. */
@ApplicationScoped
class RowOwners {

    private final Directory directory;
    private final DealCandidates candidates;
    private final AutoAssignment assignment;

    RowOwners(Directory directory, DealCandidates candidates, AutoAssignment assignment) {
        this.directory = directory;
        this.candidates = candidates;
        this.assignment = assignment;
    }

    static Assign assign(RowValues row) {
        var assign = row.choice("assign", Assign.class);
        if (assign == Assign.AUTO && row.text("owner") != null) {
            row.refuse("assign", "assignment.owner-given");
        }
        return assign;
    }

    Assignment ofNew(OpportunityRow row, OpportunityFields fields) {
        if (row.assign() == Assign.AUTO) {
            var chosen = assignment.next(candidates.of(fields));
            if (chosen.isPresent()) {
                return new Assignment(chosen.get().username(), chosen.get().team());
            }
        }
        var caller = Caller.current();
        var owner = row.owner() == null ? caller.username() : row.owner();
        return new Assignment(
                owner,
                row.owner() == null && row.team() == null
                        ? caller.team()
                        : directory.teamOfThePast("owner", owner, row.team()));
    }

    /** Who is to have a deal that is here already. */
    String of(OpportunityRow row, Opportunity existing) {
        var owner = row.owner() == null ? existing.owner() : row.owner();
        if (!owner.equals(existing.owner())) {
            directory.teamOfThePast("owner", owner, row.team());
        }
        return owner;
    }
}
