package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.exchange.ImportClaims.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One worker's go at taking an import back, from the last record to the first, so that what was made below another goes before
 * it. Each chunk is one transaction with its position, as in an import.
 */
final class RevertRun<E extends Aggregate<?>> {

    /** Positions are negative sequences of touches, because positions rise and sequences are gone through backwards. */
    static final long START = -Long.MAX_VALUE;

    private static final int CHUNK = 500;
    private static final int TRANSACTION_SECONDS = 120;

    private final Claim claim;
    private final RowImport<?, E> description;
    private final StoredJob original;
    private final RevertWriter writer;
    private final Touches touches;
    private final ImportClaims claims;
    private final Rejections rejections;
    private long position;
    private long lastProgress = System.nanoTime();

    RevertRun(
            Claim claim,
            RowImport<?, E> description,
            StoredJob original,
            RevertWriter writer,
            Touches touches,
            ImportClaims claims) {
        this.claim = claim;
        this.description = description;
        this.original = original;
        this.writer = writer;
        this.touches = touches;
        this.claims = claims;
        this.rejections =
                new Rejections(claim.job().plan().layout(), claim.job().locale());
        this.position = claim.job().position();
    }

    /** Whether all is gone through; false if it stopped before because it was asked to. */
    boolean through(BooleanSupplier stopped) {
        for (var chunk = next(); !chunk.isEmpty(); chunk = next()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            Attempts.through(
                    chunk,
                    part -> {
                        QuarkusTransaction.requiringNew()
                                .timeout(TRANSACTION_SECONDS)
                                .run(() -> advance(part, writer.write(description, original, rejections, part)));
                        progressed(part);
                    },
                    (touch, failure) -> {
                        var row = RevertWriter.row(touch, null);
                        var outcome = ChunkOutcome.rejected(row, rejections.failure(row, failure));
                        QuarkusTransaction.requiringNew().run(() -> advance(List.of(touch), outcome));
                        progressed(List.of(touch));
                    });
        }
        return true;
    }

    private List<Touch> next() {
        return touches.before(original.id(), -position, CHUNK);
    }

    private void advance(List<Touch> part, ChunkOutcome outcome) {
        var time = Duration.ofNanos(System.nanoTime() - lastProgress);
        claims.advance(claim, position, -part.getLast().sequence(), outcome, time);
    }

    private void progressed(List<Touch> part) {
        position = -part.getLast().sequence();
        lastProgress = System.nanoTime();
    }
}
