package io.kehu.opportunity;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.OpportunityState;
import io.kehu.opportunity.OpportunityReferences.Settled;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OpportunityService {

    private final OpportunityRepository opportunities;
    private final PipelineRepository pipelines;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final AutoAssignment assignment;
    private final DealDuplicateFinder finder;

    OpportunityService(
            OpportunityRepository opportunities,
            PipelineRepository pipelines,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            AutoAssignment assignment,
            DealDuplicateFinder finder) {
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.assignment = assignment;
        this.finder = finder;
    }

    /** @param candidates of whom one is given the deal; null if the caller keeps it */
    @Transactional
    OpportunityView open(OpportunityFields fields, boolean alsoDuplicate, Candidates candidates) {
        var opportunity = newOpportunity(fields);
        var duplicates = finder.likely(opportunity.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.judged(duplicates);
            throw Conflict.telling(told, "opportunity.duplicate", told.items().size(), told.others());
        }
        assignment.next(candidates).ifPresent(chosen -> opportunity.place(chosen.username(), chosen.team()));
        recordOpened(opportunity, duplicates);
        return opportunity.view();
    }

    private Opportunity newOpportunity(OpportunityFields fields) {
        var caller = Caller.current();
        var pipeline = pipelines.forNewDeal(fields.pipeline(), caller.team());
        var stage = fields.stage() == null ? pipeline.first() : pipeline.stage(fields.stage());
        return new Opportunity(
                numbers.next(Opportunity.NUMBER_PREFIX), caller.username(), caller.team(), stage, fields);
    }

    private void recordOpened(Opportunity opportunity, List<UUID> duplicates) {
        events.record(List.of(new Change(opportunity, opportunity.opened(duplicates), opportunity.openedAt(), false)));
    }

    OpportunityView get(UUID id) {
        return opportunities.require(id).view();
    }

    /** The opportunity as it was recorded at {@code instant}, for whoever may see it now. */
    OpportunityView get(UUID id, Instant instant) {
        var now = opportunities.require(id).lifespan();
        var then = history.at(id, instant, OpportunityState.class, Void.class);
        return new OpportunityView(then.state(), now.at(then));
    }

    OpportunityView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("opportunity", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.OPPORTUNITY, List.of(externalId)).get(externalId);
    }

    /** The fields as they are, for a change of them. */
    OpportunityFields fields(UUID id) {
        return opportunities.require(id).fields();
    }

    /** The same of the opportunity that has a key in another system; empty if there is none that the caller sees. */
    Optional<OpportunityFields> fields(ExternalId externalId) {
        return Optional.ofNullable(find(externalId))
                .flatMap(opportunities::findVisible)
                .map(Opportunity::fields);
    }

    Page<OpportunityView> page(ListRequest request) {
        return opportunities.page(request).map(Opportunity::view);
    }

    HistoryPage history(UUID id, Long before, int limit) {
        opportunities.require(id);
        return history.of(id, before, limit);
    }

    OpportunityTotals totals() {
        return opportunities.totals();
    }

    /** @param settled names and prices, where none is given */
    @Transactional
    OpportunityView update(UUID id, Patch<OpportunityFields> patch, Settled settled) {
        var opportunity = opportunities.require(id);
        opportunity
                .update(settled.named(patch.applyTo(opportunity.fields())))
                .ifPresent(event -> events.record(opportunity, event));
        return opportunity.view();
    }

    @Transactional
    Upserted<OpportunityView> upsert(ExternalId externalId, OpportunityFields fields) {
        var known = find(externalId);
        if (known == null) {
            var opportunity = newOpportunity(fields);
            externalIds.link(EventFamily.OPPORTUNITY, opportunity, externalId);
            recordOpened(opportunity, List.of());
            return Upserted.created(opportunity.view());
        }
        var opportunity = opportunities
                .findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = opportunity.update(fields);
        changed.ifPresent(event -> events.record(opportunity, event));
        return changed.isPresent() ? Upserted.updated(opportunity.view()) : Upserted.unchanged(opportunity.view());
    }

    @Transactional
    void delete(UUID id) {
        var opportunity = opportunities.require(id);
        events.record(opportunity, opportunity.remove());
    }

    @Transactional
    OpportunityView restore(UUID id) {
        var opportunity = opportunities.requireAlsoDeleted(id);
        if (opportunity.deleted()) {
            events.record(opportunity, opportunity.takeBack());
        }
        return opportunity.view();
    }
}
