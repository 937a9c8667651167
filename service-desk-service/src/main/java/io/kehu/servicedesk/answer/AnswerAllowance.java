package io.kehu.servicedesk.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.problem.TooMany;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often one address may use one link; counted by the minute, in each replica. */
@ApplicationScoped
class AnswerAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_IN_A_MINUTE = 30;
    private static final int MOST_USERS = 100_000;

    private final Cache<User, AtomicInteger> used = Caffeine.newBuilder()
            .expireAfterWrite(MINUTE)
            .maximumSize(MOST_USERS)
            .build();

    private record User(String token, String address) {}

    /** Fails with 429 if the address has used the link too often in this minute. */
    void take(String token, String address) {
        if (used.get(new User(token, address), _ -> new AtomicInteger()).incrementAndGet() > MOST_IN_A_MINUTE) {
            throw new TooMany("survey-link.limit", MINUTE.toSeconds());
        }
    }
}
