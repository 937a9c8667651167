package io.kehu.opportunity.lead;

import io.kehu.opportunity.assignment.AssignmentRule.Subject;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Who may be given a lead by the rules; asked before a transaction opens. */
@ApplicationScoped
class LeadCandidates {

    private final AutoAssignment assignment;

    LeadCandidates(AutoAssignment assignment) {
        this.assignment = assignment;
    }

    /** Null if no rule fits. */
    Candidates of(LeadFields fields) {
        return assignment
                .candidates(Subject.LEADS, fields.source(), fields.region(), fields.industry())
                .orElse(null);
    }

    /** As {@link AutoAssignment#inTurn}. */
    <T> T inTurn(Candidates candidates, Supplier<T> work) {
        return assignment.inTurn(candidates, work);
    }
}
