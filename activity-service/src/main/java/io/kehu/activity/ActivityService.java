package io.kehu.activity;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.events.Collaborator;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ActivityService {

    static final String NUMBER_PREFIX = "A";

    private final ActivityRepository activities;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final Sharing sharing;

    ActivityService(ActivityRepository activities, EventLog events, History history, Numbers numbers, Sharing sharing) {
        this.activities = activities;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.sharing = sharing;
    }

    @Transactional
    ActivityView log(ActivityFields fields) {
        var caller = Caller.current();
        var performer = fields.performedBy() == null ? caller.username() : fields.performedBy();
        requireWithinReach(performer, caller.team());
        var activity = new Activity(numbers.next(NUMBER_PREFIX), performer, caller.team(), fields);
        record(activity, activity.logged());
        return activity.view();
    }

    ActivityView get(UUID id) {
        return activities.require(id).view();
    }

    /** The activity as it was recorded at {@code instant}, for whoever may see it now. */
    ActivityView get(UUID id, Instant instant) {
        var now = activities.require(id).lifespan();
        var then = history.at(id, instant, ActivityState.class, ActivityPersonal.class);
        return ActivityView.of(then.state(), then.personal(), now.at(then));
    }

    Page<ActivityView> page(ListRequest request) {
        return activities.page(request).map(Activity::view);
    }

    Totals totals() {
        return new Totals(activities.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        activities.require(id);
        return history.of(id, before, limit);
    }

    ActivityFields fields(UUID id) {
        return activities.require(id).fields();
    }

    @Transactional
    ActivityView update(UUID id, Patch<ActivityFields> patch) {
        var activity = activities.require(id);
        var fields = patch.applyTo(activity.fields());
        if (fields.performedBy() != null && !fields.performedBy().equals(activity.owner())) {
            requireWithinReach(fields.performedBy(), activity.team());
        }
        activity.update(fields).ifPresent(event -> events.record(activity, event));
        return activity.view();
    }

    @Transactional
    ActivityView share(UUID id, Collaborator collaborator) {
        return sharing.add(activities.require(id), collaborator, ActivityEvent.Updated::new)
                .view();
    }

    @Transactional
    ActivityView unshare(UUID id, String principal) {
        return sharing.remove(activities.require(id), principal, ActivityEvent.Updated::new)
                .view();
    }

    @Transactional
    void delete(UUID id) {
        var activity = activities.require(id);
        events.record(activity, activity.remove());
    }

    /** In the business it was true when the activity happened, not when somebody wrote it down. */
    private void record(Activity activity, ActivityEvent event) {
        events.record(List.of(new Change(activity, event, activity.happenedAt(), false)));
    }

    /** Nobody writes an activity for somebody whose rows are out of sight. */
    private static void requireWithinReach(String performer, String team) {
        if (!Visibility.current().inScope(performer, team)) {
            throw Activity.invalid(new InvalidField("performedBy", "activity.performer", performer));
        }
    }
}
