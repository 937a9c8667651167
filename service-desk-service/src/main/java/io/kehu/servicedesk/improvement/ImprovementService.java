package io.kehu.servicedesk.improvement;

import io.kehu.events.Collaborator;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.ImprovementEvent;
import io.kehu.events.ImprovementState;
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
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ImprovementService {

    private final ImprovementRepository improvements;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final Sharing sharing;
    private final Means means;

    ImprovementService(
            ImprovementRepository improvements,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            Sharing sharing,
            Means means) {
        this.improvements = improvements;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.sharing = sharing;
        this.means = means;
    }

    @Transactional
    ImprovementView create(ImprovementFields fields) {
        var improvement = make(fields);
        events.record(improvement, improvement.opened());
        return improvement.view();
    }

    private Improvement make(ImprovementFields fields) {
        var caller = Caller.current();
        return make(new Assignment(caller.username(), caller.team()), fields);
    }

    /** Another one of this owner, with what was measured before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Improvement make(Assignment owner, ImprovementFields fields) {
        var improvement = new Improvement(numbers.next(Improvement.NUMBER_PREFIX), owner.owner(), owner.team(), fields);
        measure(improvement);
        return improvement;
    }

    private void measure(Improvement improvement) {
        improvement.begin(
                means.of(improvement.fields(), improvement.measuredFrom(improvement.fields()), improvement.openedAt()));
    }

    ImprovementView get(UUID id) {
        return improvements.require(id).view();
    }

    /** The improvement as it was recorded at {@code instant}, for whoever may see it now. */
    ImprovementView get(UUID id, Instant instant) {
        var now = improvements.require(id).lifespan();
        var then = history.at(id, instant, ImprovementState.class, ImprovementPersonal.class);
        return ImprovementView.of(then.state(), then.personal(), now.at(then));
    }

    ImprovementView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("improvement", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.IMPROVEMENT, List.of(externalId)).get(externalId);
    }

    /** The fields as they are, for a change of them. */
    ImprovementFields fields(UUID id) {
        return improvements.require(id).fields();
    }

    Page<ImprovementView> page(ListRequest request) {
        return improvements.page(request).map(Improvement::view);
    }

    Totals totals() {
        return new Totals(improvements.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        improvements.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    ImprovementView update(UUID id, Patch<ImprovementFields> patch, UUID customerId) {
        var improvement = improvements.require(id);
        change(improvement, patch.applyTo(improvement.fields()).ofCustomer(customerId))
                .ifPresent(event -> events.record(improvement, event));
        return improvement.view();
    }

    @Transactional
    Upserted<ImprovementView> upsert(ExternalId externalId, ImprovementFields fields) {
        var known = find(externalId);
        if (known == null) {
            var improvement = make(fields);
            externalIds.link(EventFamily.IMPROVEMENT, improvement, externalId);
            events.record(improvement, improvement.opened());
            return Upserted.created(improvement.view());
        }
        var improvement = improvements
                .findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = change(improvement, fields);
        changed.ifPresent(event -> events.record(improvement, event));
        return changed.isPresent() ? Upserted.updated(improvement.view()) : Upserted.unchanged(improvement.view());
    }

    /** What was before is measured anew where something else is measured from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImprovementEvent> change(Improvement improvement, ImprovementFields fields) {
        var before = improvement.fields();
        var remeasured = before.measuresAs(fields)
                ? null
                : means.of(fields, improvement.measuredFrom(fields), improvement.openedAt());
        var event = improvement.update(fields);
        if (remeasured != null) {
            improvement.begin(remeasured);
        }
        return event;
    }

    @Transactional
    ImprovementView complete(UUID id) {
        var improvement = improvements.require(id);
        improvement.requireOpen();
        var now = EventLog.now();
        var after = means.of(improvement.fields(), improvement.measuredSince(now), now);
        events.record(improvement, improvement.complete(after, now));
        return improvement.view();
    }

    @Transactional
    ImprovementView cancel(UUID id, CancelImprovement command) {
        var improvement = improvements.require(id);
        events.record(improvement, improvement.cancel(command.reason()));
        return improvement.view();
    }

    @Transactional
    ImprovementView assign(UUID id, Assignment assignment) {
        var improvement = improvements.require(id);
        improvement.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(improvement, event));
        return improvement.view();
    }

    @Transactional
    ImprovementView share(UUID id, Collaborator collaborator) {
        return sharing.add(improvements.require(id), collaborator, ImprovementEvent.Updated::new)
                .view();
    }

    @Transactional
    ImprovementView unshare(UUID id, String principal) {
        return sharing.remove(improvements.require(id), principal, ImprovementEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var improvement = improvements.require(id);
        events.record(improvement, improvement.remove());
    }

    @Transactional
    ImprovementView restore(UUID id) {
        var improvement = improvements.requireAlsoDeleted(id);
        if (improvement.deleted()) {
            events.record(improvement, improvement.takeBack());
        }
        return improvement.view();
    }
}
