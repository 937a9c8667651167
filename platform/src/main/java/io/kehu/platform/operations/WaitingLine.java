package io.kehu.platform.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets those of one replica who will take the same lock of the database come one after the other: the next one waits here, and
 * not with a transaction and its connection in his hand. Whoever opens a transaction around work that may come to a line lets
 * {@link #around} do it: where the line is occupied the transaction is taken back, and done anew when its turn has come.
 */
public final class WaitingLine {

    private static final AtomicLong PLACES = new AtomicLong();
    private static final ScopedValue<Boolean> AROUND = ScopedValue.newInstance();

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    private record Place(long position, ReentrantLock lock) {}

    /** Says that the transaction cannot go on yet; it must get through to {@link #around}. */
    public static final class Occupied extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        private Occupied(Place place) {
            super("Occupied", null, false, false);
            this.place = place;
        }
    }

    /** Does {@code work} when everybody is done who came before for the same {@code key}; at once for none. */
    public <T> T inTurn(String key, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        var place = places.computeIfAbsent(key, _ -> new Place(PLACES.incrementAndGet(), new ReentrantLock(true)));
        if (!AROUND.isBound() || QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            place.lock().lock();
        } else if (!isFree(place)) {
            throw new Occupied(place);
        }
        try {
            return work.get();
        } finally {
            place.lock().unlock();
        }
    }

    /** Takes it if so, unless others wait for it. */
    private static boolean isFree(Place place) {
        try {
            return place.lock().tryLock(0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Does {@code transaction}, which opens one and commits it, as often as it comes to a line that is occupied, each time
     * after waiting for all that it has come to. They are waited for in one order, so that nobody waits for each other.
     */
    public static <T, X extends Throwable> T around(ScopedValue.CallableOp<T, X> transaction) throws X {
        var waited = new TreeSet<>(Comparator.comparingLong(Place::position));
        while (true) {
            waited.forEach(place -> place.lock().lock());
            try {
                return ScopedValue.where(AROUND, true).call(transaction);
            } catch (Occupied occupied) {
                if (!waited.add(occupied.place)) {
                    throw occupied;
                }
            } finally {
                waited.stream()
                        .filter(place -> place.lock().isHeldByCurrentThread())
                        .forEach(place -> place.lock().unlock());
            }
        }
    }
}
