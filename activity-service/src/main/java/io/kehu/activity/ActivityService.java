package io.kehu.activity;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ActivityService extends RecordService<Activity, ActivityView> {

    static final String NUMBER_PREFIX = "A";

    private final ActivityRepository activities;
    private final EventLog events;

    ActivityService(ActivityRepository activities, EventLog events, RecordKeeping keeping) {
        super(EventFamily.ACTIVITY, activities, keeping);
        this.activities = activities;
        this.events = events;
    }

    @Transactional
    ActivityView log(ActivityFields fields) {
        var caller = Caller.current();
        var performer = fields.performedBy() == null ? caller.username() : fields.performedBy();
        requireWithinReach(performer, caller.team());
        return add(new Activity(number(NUMBER_PREFIX), performer, caller.team(), fields), Activity::logged);
    }

    /** In the business it was true when the activity happened, not when somebody wrote it down. */
    @Override
    protected void record(Activity activity, DomainEvent event) {
        if (event instanceof ActivityEvent.Logged) {
            events.record(List.of(new Change(activity, event, activity.happenedAt(), false)));
        } else {
            super.record(activity, event);
        }
    }

    @Override
    protected ActivityView asRecorded(Activity activity, Instant instant) {
        var then = moment(activity, instant, ActivityState.class, ActivityPersonal.class);
        return ActivityView.of(
                then.state(), then.personal(), activity.lifespan().at(then));
    }

    ActivityFields fields(UUID id) {
        return activities.require(id).fields();
    }

    @Transactional
    ActivityView update(UUID id, Patch<ActivityFields> patch) {
        return change(id, activity -> {
            var fields = patch.applyTo(activity.fields());
            if (fields.performedBy() != null && !fields.performedBy().equals(activity.owner())) {
                requireWithinReach(fields.performedBy(), activity.team());
            }
            return activity.update(fields);
        });
    }

    /** Nobody writes an activity for somebody whose rows are out of sight. */
    private static void requireWithinReach(String performer, String team) {
        if (!Visibility.current().inScope(performer, team)) {
            throw Activity.invalid(new InvalidField("performedBy", "activity.performer", performer));
        }
    }
}
