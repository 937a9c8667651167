package io.kehu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.gateway.Breaker.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private record Settings(int failures, Duration window, Duration pause) implements GatewayConfig.Breaker {}

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE); // nanoTime may pass over its end
    private final Breaker breaker =
            new Breaker(new Settings(3, Duration.ofSeconds(10), Duration.ofSeconds(5)), clock::get);

    @Test
    void opensAfterEnoughFailures() {
        fail(2);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);

        fail(1);

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.enter()).isFalse();
        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void staysClosedWhileMostRequestsSucceed() {
        for (var request = 0; request < 100; request++) {
            succeed();
        }
        fail(40);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void forgetsFailuresWithTheirWindow() {
        fail(2);
        pass(Duration.ofSeconds(11));
        fail(2);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void letsOneRequestTryAndClosesWhenItSucceeds() {
        fail(3);
        pass(Duration.ofSeconds(5));

        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        assertThat(breaker.enter()).isTrue();
        assertThat(breaker.enter()).isFalse();
        breaker.succeeded();

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        fail(2);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void opensAgainWhenTheTryFails() {
        fail(3);
        pass(Duration.ofSeconds(5));

        fail(1);

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void letsAnotherTryWhenTheFirstWasGivenUp() {
        fail(3);
        pass(Duration.ofSeconds(5));
        breaker.enter();

        breaker.abandoned();

        assertThat(breaker.enter()).isTrue();
    }

    @Test
    void isNotHeldOpenByFailuresFromBefore() {
        breaker.enter();
        fail(3);
        pass(Duration.ofSeconds(4));

        breaker.failed();

        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(1));
    }

    private void fail(int times) {
        for (var time = 0; time < times; time++) {
            breaker.enter();
            breaker.failed();
        }
    }

    private void succeed() {
        breaker.enter();
        breaker.succeeded();
    }

    private void pass(Duration duration) {
        clock.addAndGet(duration.toNanos());
    }
}
