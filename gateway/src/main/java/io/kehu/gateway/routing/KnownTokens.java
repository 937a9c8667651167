package io.kehu.gateway.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whose the tokens are that have been checked, until each ends: to check a signature costs as much as all the rest of a
 * request. Kept by their hash, so that no token stands in memory; the services check each one again anyway.
 */
final class KnownTokens {

    private static final int MOST = 20_000;

    private final InstantSource clock;
    private final Cache<ByteBuffer, Known> callers;

    /** @param life for how long a check is believed at most */
    KnownTokens(Duration life, InstantSource clock) {
        this.clock = clock;
        callers = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(life).build();
    }

    private record Known(Caller caller, Instant end) {}

    /** @param authorization value of the header, or null */
    Optional<Caller> callerBy(String authorization) {
        var known = authorization == null ? null : callers.getIfPresent(hash(authorization));
        return known == null || !clock.instant().isBefore(known.end()) ? Optional.empty() : Optional.of(known.caller());
    }

    void remember(String authorization, Caller caller, Instant end) {
        callers.put(hash(authorization), new Known(caller, end));
    }

    private static ByteBuffer hash(String authorization) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
