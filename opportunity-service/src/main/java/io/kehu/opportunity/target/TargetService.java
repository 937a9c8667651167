package io.kehu.opportunity.target;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.TargetState;
import io.kehu.platform.customfield.CustomFieldRules;
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
class TargetService {

    private final TargetRepository targets;
    private final CustomFieldRules customFields;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;

    TargetService(
            TargetRepository targets,
            CustomFieldRules customFields,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds) {
        this.targets = targets;
        this.customFields = customFields;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
    }

    @Transactional
    TargetView create(Subject whose, TargetFields fields) {
        var target = newTarget(whose, fields);
        events.record(target, target.created());
        return target.view();
    }

    private Target newTarget(Subject whose, TargetFields fields) {
        var target = new Target(numbers.next(Target.NUMBER_PREFIX), whose.requireInScope(), settled(null, fields));
        targets.requireNew(fields);
        return target;
    }

    private TargetFields settled(TargetFields current, TargetFields wanted) {
        return wanted.with(customFields.settled(
                TargetRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    TargetView get(UUID id) {
        return targets.require(id).view();
    }

    /** The target as it was recorded at {@code instant}, for whoever may see it now. */
    TargetView get(UUID id, Instant instant) {
        var now = targets.require(id).lifespan();
        var then = history.at(id, instant, TargetState.class, Void.class);
        return TargetView.of(then.state(), now.at(then));
    }

    TargetView get(ExternalId externalId) {
        var known = find(externalId);
        if (known == null) {
            throw new NotFound("target", externalId.externalId());
        }
        return get(known);
    }

    private UUID find(ExternalId externalId) {
        return externalIds.find(EventFamily.TARGET, List.of(externalId)).get(externalId);
    }

    Page<TargetView> page(ListRequest request) {
        return targets.page(request).map(Target::view);
    }

    Totals totals() {
        return new Totals(targets.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        targets.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    TargetView update(UUID id, Patch<TargetFields> patch) {
        var target = targets.require(id);
        var current = target.fields();
        target.update(settled(current, patch.applyTo(current))).ifPresent(event -> events.record(target, event));
        return target.view();
    }

    @Transactional
    Upserted<TargetView> upsert(ExternalId externalId, Subject whose, TargetFields fields) {
        var known = find(externalId);
        if (known == null) {
            var target = newTarget(whose, fields);
            externalIds.link(EventFamily.TARGET, target, externalId);
            events.record(target, target.created());
            return Upserted.created(target.view());
        }
        var target = targets.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = target.update(settled(target.fields(), fields));
        changed.ifPresent(event -> events.record(target, event));
        return changed.isPresent() ? Upserted.updated(target.view()) : Upserted.unchanged(target.view());
    }

    @Transactional
    void delete(UUID id) {
        var target = targets.require(id);
        events.record(target, target.remove());
    }

    @Transactional
    TargetView restore(UUID id) {
        var target = targets.requireAlsoDeleted(id);
        if (target.deleted()) {
            targets.requireNew(target.fields());
            events.record(target, target.takeBack());
        }
        return target.view();
    }
}
