package io.kehu.opportunity.lead;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.problem.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often one address may send one form; counted by the minute, in each replica. */
@ApplicationScoped
class SubmissionAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_SENDERS = 100_000;

    private final Cache<Sender, AtomicInteger> used = Caffeine.newBuilder()
            .expireAfterWrite(MINUTE)
            .maximumSize(MOST_SENDERS)
            .build();

    private record Sender(String form, String address) {}

    /** Fails with 429 if the address has sent the form {@code most} times in this minute. */
    void take(String form, String address, int most) {
        if (used.get(new Sender(form, address), _ -> new AtomicInteger()).incrementAndGet() > most) {
            throw new TooMany("lead-form.limit", MINUTE.toSeconds());
        }
    }
}
