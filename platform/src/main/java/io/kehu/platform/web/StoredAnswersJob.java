package io.kehu.platform.web;

import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.sql.Statements;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes stored answers whose time is over, a few at once, so that no write waits for it. */
@ApplicationScoped
class StoredAnswersJob {

    private static final String LEASE = "stored-answers";
    private static final Duration HELD = Duration.ofMinutes(9);
    private static final int STEP = 1_000;

    private final Statements statements;
    private final StepwiseWork work;

    StoredAnswersJob(Statements statements, StepwiseWork work) {
        this.statements = statements;
        this.work = work;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        work.inChunks(LEASE, HELD, () -> deleteSome() == STEP);
    }

    private int deleteSome() {
        return statements.change("""
                        delete from stored_answer where id in (
                          select id from stored_answer where expires_at < now() order by expires_at limit ?)""", STEP);
    }
}
