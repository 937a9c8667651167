package io.kehu.platform.exchange;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the rows of one kind come in: all that a service writes to offer an import. Make it a bean ({@code @ApplicationScoped}).
 *
 * @param <C> the command that a row is read into: a record of nullable components, with Bean Validation on them; a record
 *            within it that is marked {@code @Valid} is a part of the row
 * @param <E> the aggregate that it makes or changes
 */
public interface RowImport<C extends Record, E extends Aggregate<?>> {

    /** The path segment, for instance {@code customers}. */
    String resource();

    EventFamily family();

    Class<E> entity();

    /** Every column but {@code externalId} and {@code externalSource}, which all imports have. */
    List<Column> columns();

    /**
     * The field whose value holds the rows of one record together, for instance {@code externalId} where a ticket has a row
     * per past status. Only neighbouring rows are one record: a value that comes back later in the file is rejected.
     */
    default Optional<String> groupBy() {
        return Optional.empty();
    }

    /**
     * The columns that tie rows to each other besides their external ids: they name another record of the file, or hold what
     * only one may have. Chunks with no such value in common are written side by side; without an answer never.
     */
    default Optional<Set<String>> ties() {
        return Optional.empty();
    }

    /**
     * What only one record may have of what a row states, besides its external id. The database sees to that; a dry run, of
     * which it keeps nothing, is told it so.
     */
    default List<?> unique(C command) {
        return List.of();
    }

    /**
     * Reads a row, without looking anything up. What a cell holds wrongly is noted by {@code row} and rejects it; a component
     * stays null where the row says nothing.
     */
    C read(RowValues row);

    /**
     * Takes back a record that an import has made, as deleting it would.
     *
     * @throws io.kehu.platform.problem.DomainProblem if something is in the way; the record is left then, and said so
     */
    DomainEvent removed(E record);

    /**
     * Puts right what a record refers to that is again as it was before an import: that may have gone or been moved since.
     *
     * @throws io.kehu.platform.problem.DomainProblem if it cannot stand so; the record is left then, and said so
     */
    default void settle(E record) {}

    /** What is to be told of a record that is again as it was before an import changed these fields of its state. */
    DomainEvent restored(E record, Set<String> fields);

    /** What taking back {@code records}, those of one chunk, brings about in records of other kinds; recorded together with it. */
    default List<Change> followingRevert(List<E> records) {
        return List.of();
    }

    /** Looks up what {@code rows} refer to, in few queries, and gives what writes them. Runs in the transaction of the chunk. */
    RowWriter<C, E> writer(List<ImportRow<C>> rows);
}
