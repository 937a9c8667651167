package io.kehu.gateway;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Leaves a failing instance alone for a while, so that nobody waits for it and it can recover; then lets one request try. */
final class Breaker {

    enum State {
        CLOSED,
        HALF_OPEN,
        OPEN
    }

    private final GatewayConfig.Breaker config;
    private final LongSupplier nanos;
    private boolean open;
    private boolean trying;
    private long reopensAt;
    private long windowEnds;
    private int calls;
    private int failures;

    Breaker(GatewayConfig.Breaker config, LongSupplier nanos) {
        this.config = config;
        this.nanos = nanos;
        startWindow();
    }

    synchronized State state() {
        if (!open) {
            return State.CLOSED;
        }
        return nanos.getAsLong() - reopensAt >= 0 ? State.HALF_OPEN : State.OPEN;
    }

    synchronized boolean admits() {
        return !open || !trying && state() == State.HALF_OPEN;
    }

    /** Whether a request may go; whoever got leave tells how it went with one of the three methods below. */
    synchronized boolean enter() {
        if (!admits()) {
            return false;
        }
        trying = open;
        return true;
    }

    synchronized void succeeded() {
        if (trying) {
            open = false;
            startWindow();
        }
        trying = false;
        count(0);
    }

    synchronized void failed() {
        count(1);
        var tooMany = failures >= config.failures() && failures * 2 >= calls;
        if (trying || !open && tooMany) {
            open = true;
            trying = false;
            reopensAt = nanos.getAsLong() + config.pause().toNanos();
        }
    }

    /** It will never be known how it went: the caller left. */
    synchronized void abandoned() {
        trying = false;
    }

    /** How long it will yet be left alone. */
    synchronized Duration remaining() {
        return open ? Duration.ofNanos(Math.max(0, reopensAt - nanos.getAsLong())) : Duration.ZERO;
    }

    private void count(int failed) {
        if (nanos.getAsLong() - windowEnds >= 0) {
            startWindow();
        }
        calls++;
        failures += failed;
    }

    private void startWindow() {
        windowEnds = nanos.getAsLong() + config.window().toNanos();
        calls = 0;
        failures = 0;
    }
}
