package io.kehu.opportunity.lead;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.LeadState;
import io.kehu.opportunity.assignment.Assignee;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LeadService extends RecordService<Lead, LeadView> {

    private final LeadRepository leads;
    private final LeadTerms terms;
    private final LeadDuplicateFinder finder;
    private final AutoAssignment assignment;

    LeadService(
            LeadRepository leads,
            LeadTerms terms,
            LeadDuplicateFinder finder,
            AutoAssignment assignment,
            RecordKeeping keeping) {
        super(EventFamily.LEAD, leads, keeping);
        this.leads = leads;
        this.terms = terms;
        this.finder = finder;
        this.assignment = assignment;
    }

    /** @param candidates of whom one is given the lead; null if the caller keeps it */
    @Transactional
    LeadView create(LeadFields fields, boolean alsoDuplicate, Candidates candidates) {
        var lead = newLead(fields);
        if (!alsoDuplicate) {
            LeadDuplicateFinder.takeQuestions(lead.fields());
        }
        var duplicates = finder.likely(lead.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.judged(lead.fields(), duplicates);
            throw Conflict.telling(told, "lead.duplicate", told.items().size(), told.others());
        }
        var rule = place(lead, candidates);
        return add(lead, created -> created.created(duplicates, rule));
    }

    /** Gives a new lead to one of {@code candidates}; the name of the rule that chose him, or null. */
    private String place(Lead lead, Candidates candidates) {
        var assignee = assignment.next(candidates);
        assignee.ifPresent(chosen -> lead.place(chosen.username(), chosen.team()));
        return assignee.map(Assignee::rule).orElse(null);
    }

    private Lead newLead(LeadFields fields) {
        var caller = Caller.current();
        var settled = terms.settle(null, Masks.resolve(null, fields));
        return new Lead(number(Lead.NUMBER_PREFIX), caller.username(), caller.team(), settled);
    }

    @Override
    protected LeadView asRecorded(Lead lead, Instant instant) {
        var then = moment(lead, instant, LeadState.class, LeadPersonal.class);
        return new LeadView(then.state(), then.personal(), lead.lifespan().at(then));
    }

    /** The fields as they are, to choose an owner by them. */
    LeadFields fields(UUID id) {
        return leads.require(id).fields();
    }

    @Transactional
    LeadView update(UUID id, Patch<LeadFields> patch) {
        return change(id, lead -> {
            var current = lead.fields();
            return lead.update(terms.settle(current, patch.applyTo(current)));
        });
    }

    /** @param candidates of whom one is given the lead if it is new */
    @Transactional
    Upserted<LeadView> upsert(ExternalId externalId, LeadFields fields, Candidates candidates) {
        return upsert(
                externalId, () -> newLead(fields), lead -> lead.created(List.of(), place(lead, candidates)), lead -> {
                    var current = lead.fields();
                    return lead.update(terms.settle(current, Masks.resolve(current, fields)));
                });
    }

    @Transactional
    LeadView move(UUID id, ChangeLeadStatus command) {
        return change(id, lead -> lead.moveTo(command));
    }

    @Transactional
    LeadView assign(UUID id, Assignment wanted) {
        return change(id, lead -> lead.giveTo(wanted.owner(), wanted.team(), null));
    }

    /** @param candidates of whom one is given the lead, or null if no rule fits */
    @Transactional
    LeadView autoAssign(UUID id, Candidates candidates) {
        return change(id, lead -> {
            var chosen = assignment
                    .next(candidates)
                    .orElseThrow(() -> new RuleViolation("assignment.nobody", lead.number()));
            return lead.giveTo(chosen.username(), chosen.team(), chosen.rule());
        });
    }
}
