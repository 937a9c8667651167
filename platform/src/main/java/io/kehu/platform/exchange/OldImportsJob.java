package io.kehu.platform.exchange;

import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.sql.Statements;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets imports that ended long ago, with their error files and what it takes to take them back, one at a time. */
@ApplicationScoped
class OldImportsJob {

    private static final String LEASE = "old-imports";
    private static final Duration HELD = Duration.ofMinutes(9);

    private final Statements statements;
    private final StepwiseWork work;

    OldImportsJob(Statements statements, StepwiseWork work) {
        this.statements = statements;
        this.work = work;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        work.inChunks(LEASE, HELD, () -> deleteOne() > 0);
    }

    private int deleteOne() {
        return statements.change("""
                delete from import_job where id in (
                  select id from import_job where finished_at < now() - interval '30 days' order by finished_at limit 1)""");
    }
}
