package io.kehu.platform.exchange;

import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.exchange.ImportClaims.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One worker's go at a job, from where it stands to the end of the file. Each chunk is one transaction with the rows, their
 * events, the rejects and the position in it, so whenever the process dies, the next go begins exactly behind what is kept.
 */
final class ImportRun<C extends Record, E extends Aggregate<?>> {

    private static final int TRANSACTION_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Claim claim;
    private final RunContext<C, E> context;
    private final ChunkWriter writer;
    private final ImportClaims claims;
    private final RolledBack rolledBack = new RolledBack();
    private long position;
    private long lastProgress = System.nanoTime();

    ImportRun(Claim claim, RunContext<C, E> context, ChunkWriter writer, ImportClaims claims) {
        this.claim = claim;
        this.context = context;
        this.writer = writer;
        this.claims = claims;
        this.position = claim.job().position();
    }

    /** Whether the end of the file is reached; false if it stopped before because it was asked to. */
    boolean through(ImportFiles files, BooleanSupplier stopped) throws IOException {
        var format = claim.job().plan().layout().format();
        try (var rows = new CsvRows(format.open(files.open(claim.job())), format.delimiter())) {
            var headings = rows.next();
            while (headings.isBlank()) {
                headings = rows.next();
            }
            restartDryRun(headings.number());
            var chunks = new Chunks(rows, context.reading());
            chunks.skipThrough(position);
            var chunk = chunks.next();
            while (!chunk.isEmpty()) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                var next = chunks.next();
                if (!next.isEmpty() && sideBySide(chunk, next)) {
                    applyBoth(chunk, next);
                    chunk = chunks.next();
                } else {
                    apply(chunk);
                    chunk = next;
                }
            }
            return true;
        }
    }

    /** Nothing of an earlier attempt was kept, so what it has counted is void. */
    private void restartDryRun(long headingRow) {
        if (context.dryRun() && position > headingRow) {
            QuarkusTransaction.requiringNew().run(() -> claims.restart(claim, headingRow));
            position = headingRow;
        }
    }

    private boolean sideBySide(List<RowGroup> chunk, List<RowGroup> next) {
        return !context.dryRun() && context.reading().independent(chunk, next);
    }

    /** Keeps two cores busy. Whatever goes wrong with the first undoes the second, and both are done one after the other. */
    private void applyBoth(List<RowGroup> chunk, List<RowGroup> next) {
        var turn = new CompletableFuture<Void>();
        var caller = Caller.current();
        var ahead = CompletableFuture.runAsync(
                        () -> caller.run(() -> writeAhead(next, turn)), Thread::startVirtualThread)
                .handle((_, failure) -> failure == null);
        try {
            write(chunk);
            progressed(chunk);
            turn.complete(null);
        } catch (RuntimeException failure) {
            turn.completeExceptionally(failure);
            ahead.join();
            apply(chunk);
        }
        if (ahead.join()) {
            progressed(next);
        } else {
            apply(next);
        }
    }

    /** The rows are locked for those before them no longer than {@link #PATIENCE}, in case they do depend on each other. */
    private void writeAhead(List<RowGroup> groups, CompletableFuture<Void> turn) {
        QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
            var outcome = writer.write(context, claim.job(), groups);
            turn.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            advance(groups, outcome);
        });
    }

    private void apply(List<RowGroup> chunk) {
        Attempts.through(
                chunk,
                groups -> {
                    write(groups);
                    progressed(groups);
                },
                (group, failure) -> {
                    var outcome =
                            ChunkOutcome.rejected(group, context.rejections().failure(group, failure));
                    QuarkusTransaction.requiringNew().run(() -> advance(List.of(group), outcome));
                    progressed(List.of(group));
                });
    }

    private void write(List<RowGroup> groups) {
        var transaction = QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS);
        if (context.dryRun()) {
            var tally = tryOut(groups);
            transaction.run(() -> advance(groups, tally.outcome()));
            rolledBack.add(tally);
        } else {
            transaction.run(() -> advance(groups, writer.write(context, claim.job(), groups)));
        }
    }

    private ChunkTally tryOut(List<RowGroup> groups) {
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
                throw new TriedOut(writer.tryOut(context, groups, rolledBack));
            });
            throw new IllegalStateException("A dry run was committed");
        } catch (TriedOut end) {
            return end.tally;
        }
    }

    private void advance(List<RowGroup> groups, ChunkOutcome outcome) {
        var time = Duration.ofNanos(System.nanoTime() - lastProgress);
        claims.advance(claim, position, groups.getLast().lastNumber(), outcome, time);
    }

    private void progressed(List<RowGroup> groups) {
        position = groups.getLast().lastNumber();
        lastProgress = System.nanoTime();
    }

    /** Ends the transaction of a dry run, so that it is rolled back. */
    private static final class TriedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ChunkTally tally;

        TriedOut(ChunkTally tally) {
            super("Tried out", null, false, false);
            this.tally = tally;
        }
    }
}
