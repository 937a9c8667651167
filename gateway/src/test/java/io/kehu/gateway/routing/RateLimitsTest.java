package io.kehu.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.kehu.gateway.GatewayConfig;
import io.kehu.gateway.GatewayConfig.Limit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private record Rate(int rate, int burst) implements Limit {}

    private record Settings(boolean enabled, Limit user, Limit client, Limit anonymous, Map<String, Limit> clients)
            implements GatewayConfig.Limits {}

    private static final class Clock implements TimeMeter {

        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private final Clock clock = new Clock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void refusesAUserWhoIsTooFast() {
        var limits = limits(true);

        assertThat(limits.take(new Caller("li", "web"))).isEqualTo(new Allotment(true, 4, 3, 1, 1));
        take(limits, "li", "web", 3);

        assertThat(limits.take(new Caller("li", "web"))).isEqualTo(new Allotment(false, 4, 0, 2, 1));
        assertThat(limits.take(new Caller("wang", "web")).granted()).isTrue();
        assertThat(meters.counter("kehu.gateway.limited", "by", "user").count()).isEqualTo(1);
    }

    @Test
    void grantsAgainAsTimePasses() {
        var limits = limits(true);
        take(limits, "li", "web", 5);

        clock.nanos += Duration.ofMillis(500).toNanos(); // two a second

        assertThat(limits.take(new Caller("li", "web")).granted()).isTrue();
        assertThat(limits.take(new Caller("li", "web")).granted()).isFalse();
    }

    @Test
    void refusesAClientWhoseUsersAreTooFastTogether() {
        var limits = limits(true);
        take(limits, "li", "web", 4);
        take(limits, "wang", "web", 2);

        var refused = limits.take(new Caller("zhao", "web"));

        assertThat(refused).isEqualTo(new Allotment(false, 6, 0, 6, 1));
        assertThat(limits.take(new Caller("zhao", "mobile")).granted()).isTrue();
    }

    @Test
    void givesAClientTheLimitOfItsOwn() {
        var limits = limits(true);
        take(limits, "li", "sync", 1);
        assertThat(limits.take(new Caller("li", "sync")).granted()).isFalse();
    }

    @Test
    void refusesAnAddressThatBringsNoToken() {
        var limits = limits(true);
        assertThat(limits.take("127.0.0.1").granted()).isTrue();
        assertThat(limits.take("127.0.0.1").granted()).isFalse();
        assertThat(limits.take("127.0.0.2").granted()).isTrue();
    }

    @Test
    void refusesNobodyWhenSwitchedOff() {
        var limits = limits(false);
        take(limits, "li", "web", 100);
        assertThat(limits.take(new Caller("li", "web"))).isEqualTo(Allotment.UNLIMITED);
    }

    private RateLimits limits(boolean enabled) {
        var settings =
                new Settings(enabled, new Rate(2, 4), new Rate(1, 6), new Rate(1, 1), Map.of("sync", new Rate(1, 1)));
        return new RateLimits(settings, meters, clock);
    }

    private static void take(RateLimits limits, String user, String client, int times) {
        for (var time = 0; time < times; time++) {
            limits.take(new Caller(user, client));
        }
    }
}
