package io.kehu.platform.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Carries out orders that concern any number of records: on one replica at a time, in steps that each stand for themselves, so
 * that the work may end anywhere, and goes on with the next run.
 */
@ApplicationScoped
public class StepwiseWork {

    /** Records of one step. */
    public static final int STEP = 100;

    private static final int CHUNK_SECONDS = 60;
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final UUID START = new UUID(0, 0);

    private final Leases leases;
    private volatile boolean stopped;

    StepwiseWork(Leases leases) {
        this.leases = leases;
    }

    /** Carries out {@code orders}, unless another replica is at it; one that fails is told and keeps nobody from the others. */
    public <O> void carryOut(String lease, List<O> orders, Consumer<O> work, BiConsumer<O, RuntimeException> failed) {
        if (orders.isEmpty() || !leases.hold(lease, HELD)) {
            return;
        }
        for (var order : orders) {
            try {
                work.accept(order);
            } catch (RuntimeException e) {
                failed.accept(order, e);
            }
        }
        leases.release(lease);
    }

    /**
     * Goes from the first record to the last.
     *
     * @param step from one id to that which it came to, or to null when no record is left
     * @return whether it came to the end; not if the service stops or another replica has taken over
     */
    public boolean goThrough(String lease, UnaryOperator<UUID> step) {
        var position = START;
        while (position != null) {
            if (stopped || !leases.hold(lease, HELD)) {
                return false;
            }
            position = step.apply(position);
        }
        return true;
    }

    /**
     * Goes on in chunks, each a transaction, until one has found nothing to do, the service stops or another replica is at it.
     * The lease is kept after the work, so that the other replicas leave this round out.
     *
     * @param held   a little less than the time between two rounds
     * @param chunk  whether it has found something to do
     */
    public void inChunks(String lease, Duration held, Callable<Boolean> chunk) {
        var more = true;
        while (more && !stopped && leases.hold(lease, held)) {
            more = QuarkusTransaction.requiringNew().timeout(CHUNK_SECONDS).call(chunk);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }
}
