package io.kehu.servicedesk.visit;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.VisitEvent;
import io.kehu.events.VisitState;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import io.kehu.servicedesk.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class VisitService {

    private final VisitRepository visits;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final Sharing sharing;
    private final Surveys surveys;

    VisitService(
            VisitRepository visits,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            Sharing sharing,
            Surveys surveys) {
        this.visits = visits;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.sharing = sharing;
        this.surveys = surveys;
    }

    @Transactional
    VisitView create(VisitFields fields) {
        var visit = make(fields);
        events.record(visit, visit.planned());
        return visit.view();
    }

    private Visit make(VisitFields fields) {
        var caller = Caller.current();
        return new Visit(numbers.next(Visit.NUMBER_PREFIX), caller.username(), caller.team(), fields);
    }

    VisitView get(UUID id) {
        return visits.require(id).view();
    }

    /** The visit as it was recorded at {@code instant}, for whoever may see it now. */
    VisitView get(UUID id, Instant instant) {
        var now = visits.require(id).lifespan();
        var then = history.at(id, instant, VisitState.class, VisitPersonal.class);
        return VisitView.of(then.state(), then.personal(), now.at(then));
    }

    VisitView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("visit", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.VISIT, List.of(externalId)).get(externalId);
    }

    /** The fields as they are, for a change of them. */
    VisitFields fields(UUID id) {
        return visits.require(id).fields();
    }

    Page<VisitView> page(ListRequest request) {
        return visits.page(request).map(Visit::view);
    }

    Totals totals() {
        return new Totals(visits.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        visits.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    VisitView update(UUID id, Patch<VisitFields> patch, UUID customerId) {
        var visit = visits.require(id);
        visit.update(patch.applyTo(visit.fields()).ofCustomer(customerId))
                .ifPresent(event -> events.record(visit, event));
        return visit.view();
    }

    @Transactional
    Upserted<VisitView> upsert(ExternalId externalId, VisitFields fields) {
        var known = find(externalId);
        if (known == null) {
            var visit = make(fields);
            externalIds.link(EventFamily.VISIT, visit, externalId);
            events.record(visit, visit.planned());
            return Upserted.created(visit.view());
        }
        var visit = visits.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = visit.update(fields);
        changed.ifPresent(event -> events.record(visit, event));
        return changed.isPresent() ? Upserted.updated(visit.view()) : Upserted.unchanged(visit.view());
    }

    /** Together with the answer to its survey, if one was given. */
    @Transactional
    VisitView complete(UUID id, CompleteVisit command) {
        var visit = visits.require(id);
        if (command.answer() != null) {
            if (visit.surveyId() == null) {
                throw new Invalid("validation.failed", List.of(new InvalidField("answer", "visit.no-survey")));
            }
            surveys.answerByPhone(visit.surveyId(), command.answer());
        }
        events.record(visit, visit.complete(command.result()));
        return visit.view();
    }

    @Transactional
    VisitView cancel(UUID id, CancelVisit command) {
        var visit = visits.require(id);
        events.record(visit, visit.cancel(command.reason()));
        return visit.view();
    }

    @Transactional
    VisitView assign(UUID id, Assignment assignment) {
        var visit = visits.require(id);
        visit.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(visit, event));
        return visit.view();
    }

    @Transactional
    VisitView share(UUID id, Collaborator collaborator) {
        return sharing.add(visits.require(id), collaborator, VisitEvent.Updated::new)
                .view();
    }

    @Transactional
    VisitView unshare(UUID id, String principal) {
        return sharing.remove(visits.require(id), principal, VisitEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var visit = visits.require(id);
        events.record(visit, visit.remove());
    }

    @Transactional
    VisitView restore(UUID id) {
        var visit = visits.requireAlsoDeleted(id);
        if (visit.deleted()) {
            events.record(visit, visit.takeBack());
        }
        return visit.view();
    }
}
