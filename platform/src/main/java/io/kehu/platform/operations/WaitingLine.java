package io.kehu.platform.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets those of one replica who will take the same lock of the database come one after the other: the next one waits here, and
 * not with a transaction and its connection in his hand.
 */
public final class WaitingLine {

    private final Map<String, ReentrantLock> lines = new ConcurrentHashMap<>();

    /** Does {@code work} when everybody is done who came before for the same {@code key}; at once for none. */
    public <T> T inTurn(String key, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        var line = lines.computeIfAbsent(key, _ -> new ReentrantLock(true));
        line.lock();
        try {
            return work.get();
        } finally {
            line.unlock();
        }
    }
}
