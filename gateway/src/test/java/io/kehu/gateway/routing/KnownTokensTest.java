package io.kehu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Caller ANNA = new Caller("anna", "kehu-cli");

    private Instant now = Instant.parse("2026-03-15T08:30:00Z");
    private final KnownTokens tokens = new KnownTokens(Duration.ofMinutes(5), () -> now);

    @Test
    void knowsATokenUntilItEnds() {
        tokens.remember("Bearer a", ANNA, now.plusSeconds(60));
        assertThat(tokens.callerBy("Bearer a")).contains(ANNA);
        now = now.plusSeconds(60);
        assertThat(tokens.callerBy("Bearer a")).isEmpty();
    }

    @Test
    void knowsNoOtherToken() {
        tokens.remember("Bearer a", ANNA, now.plusSeconds(60));
        assertThat(tokens.callerBy("Bearer b")).isEmpty();
        assertThat(tokens.callerBy("bearer a")).isEmpty();
        assertThat(tokens.callerBy(null)).isEmpty();
    }
}
