package io.kehu.platform.personal;

import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.TooMany;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How often a caller who sees personal data masked may look for whole phone numbers and e-mail addresses: a mask hides four
 * digits, which would be found by ten thousand questions. Counted per user and hour in each replica.
 */
public final class SearchAllowance {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int MOST_USERS = 10_000;
    private static final ConcurrentHashMap<String, Hour> USED = new ConcurrentHashMap<>();

    private SearchAllowance() {}

    private record Hour(long since, int searches) {}

    private static final class Configured {
        private static final int SEARCHES =
                ConfigProvider.getConfig().getValue("kehu.personal-data.searches-per-hour", Integer.class);
    }

    /** Fails with 429 if the current caller has no {@code searches} left in this hour. */
    public static void take(int searches) {
        var caller = Caller.current();
        if (searches == 0 || caller.maySeePersonalData()) {
            return;
        }
        var now = System.currentTimeMillis();
        if (USED.size() > MOST_USERS) {
            USED.values().removeIf(hour -> now - hour.since() >= HOUR);
        }
        var hour = USED.compute(
                caller.username(),
                (_, used) -> used == null || now - used.since() >= HOUR
                        ? new Hour(now, searches)
                        : new Hour(used.since(), used.searches() + searches));
        if (hour.searches() > Configured.SEARCHES) {
            throw new TooMany("search.sealed-limit", (hour.since() + HOUR - now) / 1000 + 1, Configured.SEARCHES);
        }
    }
}
