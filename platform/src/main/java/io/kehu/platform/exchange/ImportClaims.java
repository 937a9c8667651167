package io.kehu.platform.exchange;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who works on which job. A worker holds a job for some seconds and prolongs that while it lives; a dead one's jobs are taken
 * over where they stand. Progress is written only by the holder and only in the transaction of the rows, so that no two
 * workers can both commit the same rows.
 */
@ApplicationScoped
class ImportClaims {

    static final Duration HELD = Duration.ofSeconds(15);

    private static final String HOLD = "held_until = clock_timestamp() + interval '" + HELD.toSeconds() + " seconds'";
    private static final int PAGE = 500;

    private final Statements statements;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();

    ImportClaims(Statements statements) {
        this.statements = statements;
    }

    /** A job and the token by which this worker holds it. */
    record Claim(StoredJob job, UUID holder) {}

    /** The oldest job that nobody works on. A dry run begins anew, since nothing of an earlier one was kept. */
    Optional<Claim> next() {
        var holder = UUID.randomUUID();
        var found = statements.list(
                "update import_job set status = 'RUNNING', holder = ?, attempts = attempts + 1,"
                        + " started_at = coalesce(started_at, clock_timestamp()), " + HOLD
                        + " where id = (select id from import_job where finished_at is null"
                        + " and (held_until is null or held_until < clock_timestamp())"
                        + " order by created_at, id limit 1 for update skip locked) returning " + StoredJob.COLUMNS,
                StoredJob::read,
                holder);
        found.forEach(job -> held.add(holder));
        return found.stream().findFirst().map(job -> new Claim(job, holder));
    }

    /** Forgets what an earlier attempt at a dry run has found. */
    void restart(Claim claim, long headingRow) {
        statements.change(
                "delete from import_reject where job_id = ?", claim.job().id());
        requireHeld(statements.change(
                "update import_job set position = ?, rows_read = 0, created = 0, updated = 0, unchanged = 0, removed = 0, rejected = 0,"
                        + " active_millis = 0 where id = ? and holder = ?",
                headingRow,
                claim.job().id(),
                claim.holder()));
    }

    /** Keeps the jobs of this process for some more seconds. */
    void prolong() {
        if (!held.isEmpty()) {
            var holders = held.stream().map(UUID::toString).toArray(String[]::new);
            statements.change(
                    "update import_job set " + HOLD + " where holder = any (?::uuid[]) and finished_at is null",
                    (Object) holders);
        }
    }

    /** Writes what became of the rows from behind position {@code from} through {@code to}, in the current transaction. */
    void advance(Claim claim, long from, long to, ChunkOutcome outcome, Duration time) {
        reject(claim.job(), outcome.rejects());
        requireHeld(statements.change(
                "update import_job set position = ?, rows_read = rows_read + ?, created = created + ?,"
                        + " updated = updated + ?, unchanged = unchanged + ?, removed = removed + ?, rejected = rejected + ?,"
                        + " active_millis = active_millis + ?, attempts = 0, " + HOLD
                        + " where id = ? and holder = ? and position = ?",
                to,
                outcome.rows(),
                outcome.created(),
                outcome.updated(),
                outcome.unchanged(),
                outcome.removed(),
                outcome.rejected(),
                time.toMillis(),
                claim.job().id(),
                claim.holder(),
                from));
    }

    private void reject(StoredJob job, List<RejectedRow> rejects) {
        if (!rejects.isEmpty()) {
            statements.changeAll(
                    "insert into import_reject (job_id, row_number, sealed) values (?, ?, ?)",
                    rejects.stream()
                            .map(row -> new Object[] {job.id(), row.number(), row.sealed(job.key())})
                            .toList());
        }
    }

    /** Whether somebody wants the job to end. */
    boolean canceled(Claim claim) {
        return statements
                .list(
                        "select canceled from import_job where id = ?",
                        row -> row.getBoolean(1),
                        claim.job().id())
                .stream()
                .anyMatch(canceled -> canceled);
    }

    /** @param failure why it cannot go on, or null if it is done */
    void finish(Claim claim, ImportStatus status, String failure) {
        requireHeld(statements.change(
                "update import_job set status = ?, failure = ?, finished_at = clock_timestamp(), holder = null,"
                        + " held_until = null where id = ? and holder = ?",
                status.name(),
                failure,
                claim.job().id(),
                claim.holder()));
    }

    /** Gives the job back unfinished; nobody takes it before {@code pause} is over. */
    void release(Claim claim, Duration pause, boolean blameless) {
        statements.change(
                "update import_job set holder = null, attempts = case when ? then 0 else attempts end,"
                        + " held_until = clock_timestamp() + make_interval(secs => ?) where id = ? and holder = ?",
                blameless,
                pause.toMillis() / 1000.0,
                claim.job().id(),
                claim.holder());
    }

    void forget(Claim claim) {
        held.remove(claim.holder());
    }

    /** The rejected rows behind row {@code after}, in the order of the file. */
    List<RejectedRow> rejects(StoredJob job, long after) {
        return statements.list(
                "select sealed from import_reject where job_id = ? and row_number > ? order by row_number limit "
                        + PAGE,
                row -> RejectedRow.open(job.key(), row.getBytes(1)),
                job.id(),
                after);
    }

    private static void requireHeld(int changed) {
        if (changed != 1) {
            throw new ClaimLost();
        }
    }

    /** Another worker has taken the job over: whatever is not committed is its work now. */
    static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClaimLost() {
            super("Another worker has the job", null, false, false);
        }
    }
}
