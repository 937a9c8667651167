package io.kehu.opportunity;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.opportunity.OpportunityReferences.Settled;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
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
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OpportunityService extends RecordService<Opportunity, OpportunityView> {

    private final OpportunityRepository opportunities;
    private final PipelineRepository pipelines;
    private final EventLog events;
    private final AutoAssignment assignment;
    private final DealDuplicateFinder finder;
    private final CustomFieldRules customFields;

    OpportunityService(
            OpportunityRepository opportunities,
            PipelineRepository pipelines,
            EventLog events,
            AutoAssignment assignment,
            DealDuplicateFinder finder,
            CustomFieldRules customFields,
            RecordKeeping keeping) {
        super(EventFamily.OPPORTUNITY, opportunities, keeping);
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.events = events;
        this.assignment = assignment;
        this.finder = finder;
        this.customFields = customFields;
    }

    /** @param candidates of whom one is given the deal; null if the caller keeps it */
    @Transactional
    OpportunityView open(OpportunityFields fields, boolean alsoDuplicate, Candidates candidates) {
        var opportunity = newOpportunity(fields, candidates);
        var duplicates = finder.likely(opportunity.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.judged(duplicates);
            throw Conflict.telling(told, "opportunity.duplicate", told.items().size(), told.others());
        }
        return add(opportunity, opened -> opened.opened(duplicates));
    }

    /** In the pipeline of whoever is given it. */
    private Opportunity newOpportunity(OpportunityFields fields, Candidates candidates) {
        var caller = Caller.current();
        var assignee = assignment
                .next(candidates)
                .map(chosen -> new Assignment(chosen.username(), chosen.team()))
                .orElseGet(() -> new Assignment(caller.username(), caller.team()));
        var pipeline = pipelines.forNewDeal(fields.pipeline(), assignee.team());
        var stage = fields.stage() == null ? pipeline.first() : pipeline.stage(fields.stage());
        return new Opportunity(
                number(Opportunity.NUMBER_PREFIX), assignee.owner(), assignee.team(), stage, judged(null, fields));
    }

    /** The fields with those of the company's own as they are kept. */
    private OpportunityFields judged(OpportunityFields current, OpportunityFields wanted) {
        return wanted.with(customFields.settled(
                Opportunities.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    /** In the business a deal was opened when its fields say, not when somebody wrote it down. */
    @Override
    protected void record(Opportunity opportunity, DomainEvent event) {
        if (event instanceof OpportunityEvent.Opened) {
            events.record(List.of(new Change(opportunity, event, opportunity.openedAt(), false)));
        } else {
            super.record(opportunity, event);
        }
    }

    @Override
    protected OpportunityView asRecorded(Opportunity opportunity, Instant instant) {
        var then = moment(opportunity, instant, OpportunityState.class, Void.class);
        return new OpportunityView(then.state(), opportunity.lifespan().at(then));
    }

    /** The fields as they are, for a change of them. */
    OpportunityFields fields(UUID id) {
        return opportunities.require(id).fields();
    }

    /** The same of the opportunity that has a key in another system; empty if there is none that the caller sees. */
    Optional<OpportunityFields> fields(ExternalId externalId) {
        return find(externalId).flatMap(opportunities::findVisible).map(Opportunity::fields);
    }

    OpportunityTotals totals() {
        return opportunities.totals();
    }

    /** @param settled names and prices, where none is given */
    @Transactional
    OpportunityView update(UUID id, Patch<OpportunityFields> patch, Settled settled) {
        return change(id, opportunity -> {
            var current = opportunity.fields();
            return opportunity.update(judged(current, settled.named(patch.applyTo(current))));
        });
    }

    /** @param candidates of whom one is given the deal if it is new */
    @Transactional
    Upserted<OpportunityView> upsert(ExternalId externalId, OpportunityFields fields, Candidates candidates) {
        return upsert(
                externalId,
                () -> newOpportunity(fields, candidates),
                Opportunity::opened,
                opportunity -> opportunity.update(judged(opportunity.fields(), fields)));
    }

    @Transactional
    OpportunityView assign(UUID id, Assignment wanted) {
        return change(id, opportunity -> opportunity.assign(wanted.owner(), wanted.team()));
    }

    /** @param candidates of whom one is given the deal, or null if no rule fits */
    @Transactional
    OpportunityView autoAssign(UUID id, Candidates candidates) {
        return change(id, opportunity -> {
            var chosen = assignment
                    .next(candidates)
                    .orElseThrow(() -> new RuleViolation("assignment.nobody", opportunity.number()));
            return opportunity.assign(chosen.username(), chosen.team());
        });
    }
}
