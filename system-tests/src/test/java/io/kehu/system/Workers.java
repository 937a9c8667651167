package io.kehu.system;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does one thing with each of many, some at a time: what waits for answers leaves the processors to who gives them. */
final class Workers {

    private static final int AT_ONCE = 4;

    private Workers() {}

    /** Done with all of them, or broken off with the first that failed. */
    static <T> void each(Collection<T> all, Consumer<T> work) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var begun = all.stream()
                    .map(one -> workers.submit(() -> work.accept(one)))
                    .toList();
            for (var one : begun) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("One of many could not be tried: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
