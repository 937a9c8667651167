package io.kehu.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Remembers an answer for a moment, and lets everyone who asks meanwhile wait for the same one. */
public final class Cached<T> {

    private final Supplier<Future<T>> source;
    private final long lifeNanos;
    private Future<T> current;
    private long takenAt;

    public Cached(Duration life, Supplier<Future<T>> source) {
        this.lifeNanos = life.toNanos();
        this.source = source;
    }

    public synchronized Future<T> get() {
        var expired = System.nanoTime() - takenAt >= lifeNanos;
        if (current == null || current.failed() || current.isComplete() && expired) {
            current = source.get();
            takenAt = System.nanoTime();
        }
        return current;
    }
}
