package io.kehu.platform.eventlog;

import java.time.Duration;
import java.time.Instant;

/** Where deleted records stay for a while, to be looked through and taken back. */
public final class RecycleBin {

    static final Duration KEPT = Duration.ofDays(30);

    private RecycleBin() {}

    /** Since when something must have been deleted to be there still. */
    public static Instant since() {
        return EventLog.now().minus(KEPT);
    }
}
