package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import java.time.ZoneId;

/** What stays the same over all chunks of a job. */
record RunContext<C extends Record, E extends Aggregate<?>>(
        RowImport<C, E> description, ImportMode mode, boolean dryRun, RowReading<C> reading, Rejections rejections) {

    static <C extends Record, E extends Aggregate<?>> RunContext<C, E> of(
            RowImport<C, E> description, StoredJob job, ZoneId defaultZone) {
        return new RunContext<>(
                description,
                job.mode(),
                job.view().dryRun(),
                new RowReading<>(description, job.plan(), defaultZone),
                new Rejections(job.plan().layout(), job.locale()));
    }
}
