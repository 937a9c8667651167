package io.kehu.platform.batch;

import io.kehu.platform.access.Caller;
import io.kehu.platform.operations.WaitingLine;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.NotDone;
import io.kehu.platform.problem.Problem;
import io.kehu.platform.problem.ProblemResponses;
import io.kehu.platform.web.IdempotencyKey;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.StoredAnswers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Does the commands of a {@link Batch} by the code that does one alone, each in a transaction of its own or all in one. With
 * an {@code Idempotency-Key} each result is kept in the transaction of its command, so that a retry does what a crash has
 * left undone and nothing twice.
 */
@ApplicationScoped
public class Batches {

    /** Describes the parameter {@code atomic}. */
    public static final String ATOMIC = "true does nothing if one command fails 原子执行; otherwise each stands for itself";

    private final StoredAnswers answers;
    private final Validator validator;
    private final HttpHeaders headers;
    private final ProblemResponses problems = new ProblemResponses();

    Batches(StoredAnswers answers, Validator validator, HttpHeaders headers) {
        this.answers = answers;
        this.validator = validator;
        this.headers = headers;
    }

    /**
     * Does all commands in their order.
     *
     * @param atomic whether nothing is done if one of them fails
     */
    public <F> BatchAnswer run(Batch<F> batch, boolean atomic, BatchCommands<F> commands) {
        var key = IdempotencyKey.ofRequest(batch);
        return atomic ? together(batch, commands, key) : oneByOne(batch, commands, key);
    }

    private <F> BatchAnswer oneByOne(Batch<F> batch, BatchCommands<F> commands, IdempotencyKey key) {
        if (key != null) {
            inOneTransaction(() -> answers.once(key, Void.class, () -> null)); // the same key is not for other commands
        }
        var results = new ArrayList<BatchResult>();
        for (var item : batch.items()) {
            Callable<BatchResult> work = () -> IdempotencyKey.minded(() -> perform(item, commands));
            var part = key == null ? null : key.part(results.size());
            try {
                results.add(
                        part == null
                                ? work.call()
                                : inOneTransaction(() -> (BatchResult) answers.once(part, BatchResult.class, work)));
            } catch (Exception failure) {
                results.add(BatchResult.failed(item.id(), problem(failure)));
            }
        }
        return new BatchAnswer(results);
    }

    private <F> BatchAnswer together(Batch<F> batch, BatchCommands<F> commands, IdempotencyKey key) {
        requireDistinct(batch);
        var results = new ArrayList<BatchResult>();
        Callable<BatchAnswer> work = () -> {
            results.clear();
            for (var item : batch.items()) {
                try {
                    results.add(IdempotencyKey.minded(() -> perform(item, commands)));
                } catch (WaitingLine.Occupied occupied) {
                    throw occupied;
                } catch (Exception failure) {
                    throw new CommandFailed(failure);
                }
            }
            return new BatchAnswer(results);
        };
        try {
            return inOneTransaction(
                    () -> key == null ? work.call() : (BatchAnswer) answers.once(key, BatchAnswer.class, work));
        } catch (CommandFailed failure) {
            return notDone(batch, results.size(), problem(failure.getCause()));
        }
    }

    /** What comes of it if the command at {@code failed} has failed. */
    private BatchAnswer notDone(Batch<?> batch, int failed, Problem problem) {
        var notDone = problem(new NotDone(failed));
        var results = new ArrayList<BatchResult>();
        for (var item : batch.items()) {
            results.add(BatchResult.failed(item.id(), results.size() == failed ? problem : notDone));
        }
        return new BatchAnswer(results);
    }

    private static <T> T inOneTransaction(Callable<T> work) {
        return WaitingLine.<T, RuntimeException>around(
                () -> QuarkusTransaction.requiringNew().call(work));
    }

    private <F> BatchResult perform(BatchItem<F> item, BatchCommands<F> commands) {
        return IdempotencyKey.taken(() -> done(item, commands));
    }

    private <F> BatchResult done(BatchItem<F> item, BatchCommands<F> commands) {
        item.requireShape();
        return switch (item.operation()) {
            case CREATE -> {
                Caller.current().require(commands.module() + ":write");
                yield BatchResult.of(
                        201, commands.create().apply(valid(item.fields().whole())));
            }
            case UPDATE -> {
                Caller.current().require(commands.module() + ":write");
                yield BatchResult.of(200, changing(item, () -> commands.update().apply(item.id(), item.fields())));
            }
            case DELETE -> {
                Caller.current().require(commands.module() + ":delete");
                changing(item, () -> {
                    commands.delete().accept(item.id());
                    return null;
                });
                yield new BatchResult(204, item.id(), null, null, null);
            }
        };
    }

    private static <T> T changing(BatchItem<?> item, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Preconditions.changing(item.id(), item.version(), work);
    }

    private <F> F valid(F fields) {
        var violations = validator.validate(fields);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return fields;
    }

    private Problem problem(Throwable failure) {
        return problems.problem(failure, headers);
    }

    /** The commands of one transaction leave its records as one change each. */
    private static void requireDistinct(Batch<?> batch) {
        var errors = new ArrayList<InvalidField>();
        var ids = new HashSet<UUID>();
        for (var index = 0; index < batch.items().size(); index++) {
            var id = batch.items().get(index).id();
            if (id != null && !ids.add(id)) {
                errors.add(new InvalidField("items[%d].id".formatted(index), "batch.same-record"));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadRequest("validation.failed", errors);
        }
    }

    /** Takes the transaction back, and keeps apart what a command threw from what stands against the batch itself. */
    private static final class CommandFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandFailed(Exception cause) {
            super(cause);
        }
    }
}
