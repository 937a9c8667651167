package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and changes the records of one chunk. It records nothing itself: the returned changes of the whole chunk are linked
 * to their external ids and recorded together. Any {@link io.kehu.platform.problem.DomainProblem} rejects the row alone,
 * except {@link io.kehu.platform.problem.Unavailable}, after which the job waits and tries the chunk again.
 */
public interface RowWriter<C extends Record, E extends Aggregate<?>> {

    /** Told before anything else, in a dry run, of records that rows before the chunk made: they are not there to be looked up. */
    default void assume(Map<ExternalId, UUID> rolledBack) {}

    /** The record as a row would state it: a row that states the same changes nothing and makes no event. */
    C current(E existing);

    /** A new record and the event that says so; the event log stores both. */
    Change create(ImportRow<C> row);

    /**
     * Changes a record as {@code row.command()} states, which holds the present values wherever the file says nothing;
     * empty if there is nothing to change after all.
     */
    Optional<Change> update(E existing, ImportRow<C> row);

    /** What {@code changes}, those of the whole chunk, bring about in records of other kinds; recorded together with them. */
    default List<Change> following(List<Change> changes) {
        return List.of();
    }
}
