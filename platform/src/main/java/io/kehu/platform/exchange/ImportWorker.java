package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.exchange.ImportClaims.Claim;
import io.kehu.platform.problem.Messages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Works through the jobs of this service, a few at a time, beside its other replicas. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 5;

    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final ImportCatalogue catalogue;
    private final ImportClaims claims;
    private final ImportFiles files;
    private final ChunkWriter writer;
    private final ImportJobs jobs;
    private final RevertWriter reverts;
    private final Touches touches;
    private final int parallel;
    private volatile boolean stopped;

    ImportWorker(
            ImportCatalogue catalogue,
            ImportClaims claims,
            ImportFiles files,
            ChunkWriter writer,
            ImportJobs jobs,
            RevertWriter reverts,
            Touches touches,
            @ConfigProperty(name = "kehu.imports.parallel", defaultValue = "2") int parallel) {
        this.catalogue = catalogue;
        this.claims = claims;
        this.files = files;
        this.writer = writer;
        this.jobs = jobs;
        this.reverts = reverts;
        this.touches = touches;
        this.parallel = parallel;
    }

    void start(@Observes @Priority(1100) StartupEvent event) {
        for (var index = 0; index < parallel && !catalogue.isEmpty(); index++) {
            threads.add(Thread.ofVirtual().name("import-worker-" + index).start(this::work));
        }
    }

    /** A job in work is given back behind its present chunk, so that another replica goes on at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        work.release(parallel);
        for (var thread : threads) {
            thread.join(PAUSE);
        }
    }

    void wake() {
        work.release();
    }

    @Scheduled(every = "4s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prolong() {
        try {
            claims.prolong();
        } catch (RuntimeException e) {
            LOG.warnf("Imports could not be held on to: %s", e.toString());
        }
    }

    private void work() {
        while (!stopped) {
            try {
                var claim = claims.next();
                claim.ifPresent(this::work);
                if (claim.isEmpty()) {
                    await();
                }
            } catch (RuntimeException e) {
                LOG.warnf("Imports wait: %s", e.toString());
                await();
            }
        }
    }

    private void await() {
        try {
            if (work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private void work(Claim claim) {
        try {
            if (claim.job().attempts() > MOST_ATTEMPTS) {
                throw new JobFailure("import.stuck");
            }
            if (claim.job().writer().call(() -> through(claim))) {
                finish(claim, ImportStatus.COMPLETED, null);
            } else if (claims.canceled(claim)) {
                finish(claim, ImportStatus.CANCELED, null);
            } else {
                claims.release(claim, Duration.ZERO, true);
            }
        } catch (JobFailure failure) {
            finish(
                    claim,
                    ImportStatus.FAILED,
                    Messages.text(claim.job().locale(), failure.code(), failure.arguments()));
        } catch (IOException | RuntimeException failure) {
            setBack(claim, failure);
        } finally {
            claims.forget(claim);
        }
    }

    private boolean through(Claim claim) throws IOException {
        BooleanSupplier end = () -> stopped || claims.canceled(claim);
        return switch (claim.job().view().kind()) {
            case IMPORT -> run(claim, catalogue.contextOf(claim.job())).through(files, end);
            case REVERT -> revert(claim, catalogue.require(claim.job())).through(end);
        };
    }

    private <E extends Aggregate<?>> RevertRun<E> revert(Claim claim, RowImport<?, E> description) {
        var original = jobs.require(claim.job().view().reverts());
        return new RevertRun<>(claim, description, original, reverts, touches, claims);
    }

    private <C extends Record, E extends Aggregate<?>> ImportRun<C, E> run(Claim claim, RunContext<C, E> context) {
        return new ImportRun<>(claim, context, writer, claims);
    }

    private void finish(Claim claim, ImportStatus status, String failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            files.remove(claim.job().id());
            claims.finish(claim, status, failure);
        });
    }

    private void setBack(Claim claim, Exception failure) {
        switch (Setback.of(failure)) {
            case CLAIM_LOST ->
                LOG.infof("Import %s is another worker's now", claim.job().id());
            case AWAY -> {
                LOG.warnf("Import %s waits: %s", claim.job().id(), failure.toString());
                claims.release(claim, PAUSE, true);
            }
            case CONTENTION, ROWS -> {
                LOG.errorf(
                        failure,
                        "Import %s broke off and will be tried again",
                        claim.job().id());
                claims.release(claim, PAUSE, false);
            }
        }
    }
}
