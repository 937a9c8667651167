package io.kehu.customer.pool;

import io.kehu.customer.Customers;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes customers back into pools 自动回收, on one replica at a time and in chunks that each commit alone: first it notes when
 * which customer is due, so that owners are warned, then it takes those that still are.
 */
@ApplicationScoped
class Recycling {

    private static final String REASON = "recycled by the rules of the pool";
    private static final Duration HELD = Duration.ofMinutes(9);
    private static final Duration TEAMS_HELD = Duration.ofSeconds(60);

    private final Pools pools;
    private final RecyclingTable table;
    private final Customers customers;
    private final StepwiseWork work;

    Recycling(Pools pools, RecyclingTable table, Customers customers, StepwiseWork work) {
        this.pools = pools;
        this.table = table;
        this.customers = customers;
        this.work = work;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void recycle() {
        run(EventLog.now());
    }

    void run(Instant now) {
        Caller.system("recycling", Origin.TIMER).run(() -> {
            work.inChunks("customer-recycling", HELD, () -> table.noteChunk(now));
            work.inChunks("customer-recycling", HELD, () -> takeChunk(now));
        });
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
        Caller.system("pool-teams", Origin.TIMER)
                .run(() -> work.inChunks("customer-pool-teams", TEAMS_HELD, this::followChunk));
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
