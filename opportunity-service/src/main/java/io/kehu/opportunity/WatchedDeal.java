package io.kehu.opportunity;

import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Set;

/**
 * A deal with how long it has been left alone. Follow-ups are told by activity-service and stand beside version and events. A
 * deal is idle 停滞 while nothing has happened since that for which the watch has said so: any move, change or follow-up ends it.
 */
@MappedSuperclass
abstract class WatchedDeal extends CustomerRecord<OpportunityState> {

    private Instant touchedAt = EventLog.now();
    private Instant idleToldFor;

    @Column(insertable = false, updatable = false)
    private Instant lastFollowUpAt;

    /** As the database derives it, for lists; {@link #quietSince()} says the same. */
    @Column(insertable = false, updatable = false)
    private Instant quietSince;

    /** Likewise {@link #idleSince()}. */
    @Column(insertable = false, updatable = false)
    private Instant idleSince;

    protected WatchedDeal() {}

    protected WatchedDeal(String number, String owner, String team) {
        super(number, owner, team);
    }

    /** Something has happened with the deal. */
    final void touch() {
        touchedAt = EventLog.now();
    }

    /** Somebody has changed these fields of it. */
    final OpportunityEvent worked(Set<String> fields) {
        touch();
        return updated(fields);
    }

    @Override
    public final OpportunityEvent updated(Set<String> fields) {
        return new OpportunityEvent.Updated(fields);
    }

    final Instant lastFollowUpAt() {
        return lastFollowUpAt;
    }

    /** When something happened last. */
    public final Instant quietSince() {
        return lastFollowUpAt != null && lastFollowUpAt.isAfter(touchedAt) ? lastFollowUpAt : touchedAt;
    }

    /** The same if the deal is idle, else null. */
    final Instant idleSince() {
        return quietSince().equals(idleToldFor) ? idleToldFor : null;
    }

    /** @param days for which nothing has happened */
    public final OpportunityEvent idleFor(int days) {
        idleToldFor = quietSince();
        return new OpportunityEvent.Idle(idleToldFor, days);
    }
}
