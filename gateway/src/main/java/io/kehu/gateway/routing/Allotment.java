package io.kehu.gateway.routing;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import java.time.Duration;

/** What is left of somebody's limit after one more request; times in whole seconds, rounded up. */
record Allotment(boolean granted, long limit, long remaining, long reset, long retryAfter) {

    static final Allotment UNLIMITED = new Allotment(true, 0, 0, 0, 0);

    static Allotment of(ConsumptionProbe probe, long limit) {
        return new Allotment(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    /** The one that will end sooner. */
    Allotment orTighter(Allotment other) {
        if (granted != other.granted) {
            return granted ? other : this;
        }
        return other.remaining < remaining ? other : this;
    }

    void tell(MultiMap headers) {
        if (limit > 0) {
            headers.set("RateLimit-Limit", Long.toString(limit))
                    .set("RateLimit-Remaining", Long.toString(remaining))
                    .set("RateLimit-Reset", Long.toString(reset));
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds();
    }
}
