package io.kehu.gateway.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.GatewayConfig.Limit;
import io.kehu.gateway.GatewayConfig.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps one caller from taking everything. Each gateway counts for itself; who has been quiet for a while is forgotten,
 * as his bucket is full again by then.
 */
@ApplicationScoped
class RateLimits {

    private static final int MOST_CALLERS = 100_000;

    private final Limits config;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;
    private final Map<Kind, Counter> refused = new EnumMap<>(Kind.class);

    @Inject
    RateLimits(GatewayConfig config, MeterRegistry meters) {
        this(config.limits(), meters, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(Limits config, MeterRegistry meters, TimeMeter time) {
        this.config = config;
        this.time = time;
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        for (var kind : Kind.values()) {
            refused.put(
                    kind,
                    meters.counter("kehu.gateway.limited", "by", kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    Allotment take(Caller caller) {
        var ofUser = take(new Key(Kind.USER, caller.user()), config.user());
        if (!ofUser.granted()) {
            return ofUser;
        }
        var limit = config.clients().getOrDefault(caller.client(), config.client());
        return ofUser.orTighter(take(new Key(Kind.CLIENT, caller.client()), limit));
    }

    Allotment take(String address) {
        return take(new Key(Kind.ADDRESS, address), config.anonymous());
    }

    private Allotment take(Key key, Limit limit) {
        if (!config.enabled()) {
            return Allotment.UNLIMITED;
        }
        var bucket = buckets.get(key, _ -> bucket(limit));
        var allotment = Allotment.of(bucket.tryConsumeAndReturnRemaining(1), limit.burst());
        if (!allotment.granted()) {
            refused.get(key.kind()).increment();
        }
        return allotment;
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.burst()).refillGreedy(limit.rate(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private enum Kind {
        USER,
        CLIENT,
        ADDRESS
    }

    private record Key(Kind kind, String name) {}
}
