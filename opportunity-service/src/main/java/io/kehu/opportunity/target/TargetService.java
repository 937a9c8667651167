package io.kehu.opportunity.target;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.TargetState;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class TargetService extends RecordService<Target, TargetView> {

    private final TargetRepository targets;
    private final CustomFieldRules customFields;

    TargetService(TargetRepository targets, CustomFieldRules customFields, RecordKeeping keeping) {
        super(EventFamily.TARGET, targets, keeping);
        this.targets = targets;
        this.customFields = customFields;
    }

    @Transactional
    TargetView create(Subject whose, TargetFields fields) {
        return add(newTarget(whose, fields), Target::created);
    }

    private Target newTarget(Subject whose, TargetFields fields) {
        var target = new Target(number(Target.NUMBER_PREFIX), whose.requireInScope(), settled(null, fields));
        targets.requireNew(fields);
        return target;
    }

    private TargetFields settled(TargetFields current, TargetFields wanted) {
        return wanted.with(customFields.settled(
                TargetRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    @Override
    protected TargetView asRecorded(Target target, Instant instant) {
        var then = moment(target, instant, TargetState.class, Void.class);
        return TargetView.of(then.state(), target.lifespan().at(then));
    }

    @Transactional
    TargetView update(UUID id, Patch<TargetFields> patch) {
        return change(id, target -> {
            var current = target.fields();
            return target.update(settled(current, patch.applyTo(current)));
        });
    }

    @Transactional
    Upserted<TargetView> upsert(ExternalId externalId, Subject whose, TargetFields fields) {
        return upsert(
                externalId,
                () -> newTarget(whose, fields),
                Target::created,
                target -> target.update(settled(target.fields(), fields)));
    }

    @Override
    protected void requireRoom(Target target) {
        targets.requireNew(target.fields());
    }
}
