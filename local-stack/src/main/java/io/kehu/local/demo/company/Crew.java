package io.kehu.local.demo.company;

import io.kehu.local.demo.client.DemoFailure;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does many small things, a few at once, and says every second how far it is. */
final class Crew {

    private static final int HANDS = 4;

    private final PrintStream out;

    Crew(PrintStream out) {
        this.out = out;
    }

    /** @throws DemoFailure as soon as one thing fails */
    <T> void work(String name, Stream<T> things, Consumer<T> work) {
        var left = things.iterator();
        var done = new AtomicInteger();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var busy = IntStream.range(0, HANDS)
                    .mapToObj(_ -> hands.submit(() -> work(left, work, done)))
                    .toList();
            try {
                for (var hand : busy) {
                    await(hand, name, done);
                }
            } catch (ExecutionException e) {
                hands.shutdownNow();
                throw e.getCause() instanceof DemoFailure failure
                        ? failure
                        : new DemoFailure(name + " failed", e.getCause());
            } catch (InterruptedException e) {
                hands.shutdownNow();
                Thread.currentThread().interrupt();
                throw new DemoFailure("interrupted", e);
            }
        }
        out.println("  %-13s completed %,6d".formatted(name, done.get()));
    }

    private static <T> void work(Iterator<T> left, Consumer<T> work, AtomicInteger done) {
        while (!Thread.currentThread().isInterrupted()) {
            T thing;
            synchronized (left) {
                if (!left.hasNext()) {
                    return;
                }
                thing = left.next();
            }
            work.accept(thing);
            done.incrementAndGet();
        }
    }

    private void await(Future<?> hand, String name, AtomicInteger done)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                hand.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException _) {
                out.println("  %-13s running   %,6d".formatted(name, done.get()));
            }
        }
    }
}
