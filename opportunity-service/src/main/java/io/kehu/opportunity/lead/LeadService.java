package io.kehu.opportunity.lead;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.LeadState;
import io.kehu.opportunity.assignment.Assignee;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LeadService {

    private final LeadRepository leads;
    private final LeadTerms terms;
    private final LeadDuplicateFinder finder;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final AutoAssignment assignment;

    LeadService(
            LeadRepository leads,
            LeadTerms terms,
            LeadDuplicateFinder finder,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            AutoAssignment assignment) {
        this.leads = leads;
        this.terms = terms;
        this.finder = finder;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.assignment = assignment;
    }

    /** @param candidates of whom one is given the lead; null if the caller keeps it */
    @Transactional
    LeadView create(LeadFields fields, boolean alsoDuplicate, Candidates candidates) {
        var lead = newLead(fields);
        var duplicates = finder.likely(lead.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.judged(lead.fields(), duplicates);
            throw Conflict.telling(told, "lead.duplicate", told.items().size(), told.others());
        }
        var assignee = assignment.next(candidates);
        assignee.ifPresent(chosen -> lead.place(chosen.username(), chosen.team()));
        events.record(
                lead, lead.created(duplicates, assignee.map(Assignee::rule).orElse(null)));
        return lead.view();
    }

    private Lead newLead(LeadFields fields) {
        var caller = Caller.current();
        var settled = terms.settle(null, Masks.resolve(null, fields));
        return new Lead(numbers.next(Lead.NUMBER_PREFIX), caller.username(), caller.team(), settled);
    }

    LeadView get(UUID id) {
        return leads.require(id).view();
    }

    /** The lead as it was recorded at {@code instant}, for whoever may see it now. */
    LeadView get(UUID id, Instant instant) {
        var now = leads.require(id).lifespan();
        var then = history.at(id, instant, LeadState.class, LeadPersonal.class);
        return new LeadView(then.state(), then.personal(), now.at(then));
    }

    LeadView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("lead", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.LEAD, List.of(externalId)).get(externalId);
    }

    Page<LeadView> page(ListRequest request) {
        return leads.page(request).map(Lead::view);
    }

    Totals totals() {
        return new Totals(leads.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        leads.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    LeadView update(UUID id, Patch<LeadFields> patch) {
        var lead = leads.require(id);
        var current = lead.fields();
        lead.update(terms.settle(current, patch.applyTo(current))).ifPresent(event -> events.record(lead, event));
        return lead.view();
    }

    @Transactional
    Upserted<LeadView> upsert(ExternalId externalId, LeadFields fields) {
        var known = find(externalId);
        if (known == null) {
            var lead = newLead(fields);
            externalIds.link(EventFamily.LEAD, lead, externalId);
            events.record(lead, lead.created(List.of(), null));
            return Upserted.created(lead.view());
        }
        var lead = leads.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var current = lead.fields();
        var changed = lead.update(terms.settle(current, Masks.resolve(current, fields)));
        changed.ifPresent(event -> events.record(lead, event));
        return changed.isPresent() ? Upserted.updated(lead.view()) : Upserted.unchanged(lead.view());
    }

    @Transactional
    LeadView move(UUID id, ChangeLeadStatus command) {
        var lead = leads.require(id);
        lead.moveTo(command).ifPresent(event -> events.record(lead, event));
        return lead.view();
    }

    @Transactional
    void delete(UUID id) {
        var lead = leads.require(id);
        events.record(lead, lead.remove());
    }

    @Transactional
    LeadView restore(UUID id) {
        var lead = leads.requireAlsoDeleted(id);
        if (lead.deleted()) {
            events.record(lead, lead.takeBack());
        }
        return lead.view();
    }
}
