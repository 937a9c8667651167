package io.kehu.opportunity;

import io.kehu.events.Collaborator;
import io.kehu.events.OpportunityEvent;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.sharing.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whose opportunities are, and who else works on them. */
@ApplicationScoped
class OpportunityOwnership {

    private final OpportunityRepository opportunities;
    private final EventLog events;
    private final Sharing sharing;
    private final AutoAssignment assignment;

    OpportunityOwnership(
            OpportunityRepository opportunities, EventLog events, Sharing sharing, AutoAssignment assignment) {
        this.opportunities = opportunities;
        this.events = events;
        this.sharing = sharing;
        this.assignment = assignment;
    }

    @Transactional
    OpportunityView assign(UUID id, Assignment assignment) {
        var opportunity = opportunities.require(id);
        opportunity.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(opportunity, event));
        return opportunity.view();
    }

    /** @param candidates of whom one is given the deal, or null if no rule fits */
    @Transactional
    OpportunityView autoAssign(UUID id, Candidates candidates) {
        var opportunity = opportunities.require(id);
        var chosen = assignment
                .next(candidates)
                .orElseThrow(() -> new RuleViolation("assignment.nobody", opportunity.number()));
        opportunity.assign(chosen.username(), chosen.team()).ifPresent(event -> events.record(opportunity, event));
        return opportunity.view();
    }

    @Transactional
    OpportunityView share(UUID id, Collaborator collaborator) {
        return sharing.add(opportunities.require(id), collaborator, OpportunityEvent.Updated::new)
                .view();
    }

    @Transactional
    OpportunityView unshare(UUID id, String principal) {
        return sharing.remove(opportunities.require(id), principal, OpportunityEvent.Updated::new)
                .view();
    }
}
