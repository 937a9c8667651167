package io.kehu.platform.changes;

import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.sql.Statements;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes how customers stood before when no cursor reaches back as far: twice the life of one, because a reader who still
 * has much before him is given new cursors of places that are older.
 */
@ApplicationScoped
class StandingsJob {

    private static final String LEASE = "known-standings";
    private static final Duration HELD = Duration.ofMinutes(59);
    private static final int STEP = 1_000;

    private final Statements statements;
    private final StepwiseWork work;
    private final double keptSeconds;

    StandingsJob(
            Statements statements,
            StepwiseWork work,
            @ConfigProperty(name = "kehu.changes.cursor-life") Duration life) {
        this.statements = statements;
        this.work = work;
        this.keptSeconds = 2.0 * life.toSeconds();
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        work.inChunks(LEASE, HELD, () -> deleteSome() == STEP);
    }

    private int deleteSome() {
        return statements.change("""
                        delete from known_standing where id in (
                          select id from known_standing where id < uuidv7(make_interval(secs => ?)) order by id limit ?)""", -keptSeconds, STEP);
    }
}
