package io.kehu.opportunity.lead;

import io.kehu.events.Collaborator;
import io.kehu.events.LeadEvent;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.sharing.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whose leads are, and who else works on them. */
@ApplicationScoped
class LeadOwnership {

    private final LeadRepository leads;
    private final EventLog events;
    private final Sharing sharing;
    private final AutoAssignment assignment;

    LeadOwnership(LeadRepository leads, EventLog events, Sharing sharing, AutoAssignment assignment) {
        this.leads = leads;
        this.events = events;
        this.sharing = sharing;
        this.assignment = assignment;
    }

    @Transactional
    LeadView assign(UUID id, Assignment assignment) {
        var lead = leads.require(id);
        lead.giveTo(assignment.owner(), assignment.team(), null).ifPresent(event -> events.record(lead, event));
        return lead.view();
    }

    /** @param candidates of whom one is given the lead, or null if no rule fits */
    @Transactional
    LeadView autoAssign(UUID id, Candidates candidates) {
        var lead = leads.require(id);
        var chosen =
                assignment.next(candidates).orElseThrow(() -> new RuleViolation("assignment.nobody", lead.number()));
        lead.giveTo(chosen.username(), chosen.team(), chosen.rule()).ifPresent(event -> events.record(lead, event));
        return lead.view();
    }

    LeadFields fields(UUID id) {
        return leads.require(id).fields();
    }

    @Transactional
    LeadView share(UUID id, Collaborator collaborator) {
        return sharing.add(leads.require(id), collaborator, LeadEvent.Updated::new)
                .view();
    }

    @Transactional
    LeadView unshare(UUID id, String principal) {
        return sharing.remove(leads.require(id), principal, LeadEvent.Updated::new)
                .view();
    }
}
