package io.kehu.servicedesk.improvement;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.ImprovementEvent;
import io.kehu.events.ImprovementState;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ImprovementService extends RecordService<Improvement, ImprovementView> {

    private final ImprovementRepository improvements;
    private final Means means;

    ImprovementService(ImprovementRepository improvements, Means means, RecordKeeping keeping) {
        super(EventFamily.IMPROVEMENT, improvements, keeping);
        this.improvements = improvements;
        this.means = means;
    }

    @Transactional
    ImprovementView create(ImprovementFields fields) {
        return add(newImprovement(fields), Improvement::opened);
    }

    private Improvement newImprovement(ImprovementFields fields) {
        var caller = Caller.current();
        return make(new Assignment(caller.username(), caller.team()), fields);
    }

    /** Another one of this owner, with what was measured before it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Improvement make(Assignment owner, ImprovementFields fields) {
        var improvement = new Improvement(number(Improvement.NUMBER_PREFIX), owner.owner(), owner.team(), fields);
        improvement.begin(means.of(fields, improvement.measuredFrom(fields), improvement.openedAt()));
        return improvement;
    }

    @Override
    protected ImprovementView asRecorded(Improvement improvement, Instant instant) {
        var then = moment(improvement, instant, ImprovementState.class, ImprovementPersonal.class);
        return ImprovementView.of(
                then.state(), then.personal(), improvement.lifespan().at(then));
    }

    /** The fields as they are, for a change of them. */
    ImprovementFields fields(UUID id) {
        return improvements.require(id).fields();
    }

    @Transactional
    ImprovementView update(UUID id, Patch<ImprovementFields> patch, UUID customerId) {
        return change(
                id,
                improvement ->
                        update(improvement, patch.applyTo(improvement.fields()).ofCustomer(customerId)));
    }

    @Transactional
    Upserted<ImprovementView> upsert(ExternalId externalId, ImprovementFields fields) {
        return upsert(
                externalId,
                () -> newImprovement(fields),
                Improvement::opened,
                improvement -> update(improvement, fields));
    }

    /** What was before is measured anew where something else is measured from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ImprovementEvent> update(Improvement improvement, ImprovementFields fields) {
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
        return happen(id, improvement -> {
            improvement.requireOpen();
            var now = EventLog.now();
            var after = means.of(improvement.fields(), improvement.measuredSince(now), now);
            return improvement.complete(after, now);
        });
    }

    @Transactional
    ImprovementView cancel(UUID id, CancelImprovement command) {
        return happen(id, improvement -> improvement.cancel(command.reason()));
    }

    @Transactional
    ImprovementView assign(UUID id, Assignment assignment) {
        return change(id, improvement -> improvement.assign(assignment.owner(), assignment.team()));
    }
}
