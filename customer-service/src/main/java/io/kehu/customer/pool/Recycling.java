package io.kehu.customer.pool;

import io.kehu.customer.Customers;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.Leases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Takes customers back into pools 自动回收, on one replica at a time and in chunks that each commit alone: first it notes when
 * which customer is due, so that owners are warned, then it takes those that still are.
 */
@ApplicationScoped
class Recycling {

    private static final String REASON = "recycled by the rules of the pool";
    private static final Duration EVERY = Duration.ofMinutes(9);
    private static final Duration HELD = Duration.ofSeconds(60);

    private final Pools pools;
    private final RecyclingTable table;
    private final Customers customers;
    private final Leases leases;

    Recycling(Pools pools, RecyclingTable table, Customers customers, Leases leases) {
        this.pools = pools;
        this.table = table;
        this.customers = customers;
        this.leases = leases;
    }

    /** The lease is kept after the work, so that the other replicas leave this round out. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void recycle() {
        if (leases.hold("customer-recycling", EVERY)) {
            run(EventLog.now());
        }
    }

    void run(Instant now) {
        Caller.system("recycling", Origin.TIMER).run(() -> {
            while (inChunk(() -> table.noteChunk(now))) {
                leases.hold("customer-recycling", EVERY);
            }
            while (inChunk(() -> takeChunk(now))) {
                leases.hold("customer-recycling", EVERY);
            }
        });
    }

    private static boolean inChunk(Callable<Boolean> work) {
        return QuarkusTransaction.requiringNew().timeout(60).call(work);
    }

    /** What has changed since it was noted, a follow-up or a lock, is looked at again under the lock of the row. */
    private boolean takeChunk(Instant now) {
        var due = table.lockDue(now);
        if (due.isEmpty()) {
            return false;
        }
        table.note(due, now);
        table.stillDue(due, now).forEach((pool, ids) -> customers.recycle(ids, pools.findById(pool), REASON));
        table.settle(due);
        return true;
    }

    /** Shows what lies in a pool to its teams after they have been changed. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void followTeams() {
        if (leases.hold("customer-pool-teams", HELD)) {
            Caller.system("pool-teams", Origin.TIMER).run(() -> {
                while (inChunk(this::followChunk)) {
                    leases.hold("customer-pool-teams", HELD);
                }
            });
            leases.release("customer-pool-teams");
        }
    }

    private boolean followChunk() {
        var pool = pools.find("followed = false order by id").firstResult();
        if (pool == null) {
            return false;
        }
        var behind = table.shownToOthers(pool);
        if (behind.isEmpty()) {
            pool.follow();
        } else {
            customers.showPool(List.copyOf(behind), pool);
        }
        return true;
    }
}
