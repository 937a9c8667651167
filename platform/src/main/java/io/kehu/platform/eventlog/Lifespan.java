package io.kehu.platform.eventlog;

import java.time.Instant;

/** Who made and last changed a record, and its version, as every view shows it. */
public record Lifespan(long version, Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

    /** The same record's, as it stood at a moment of its history. */
    public Lifespan at(History.Moment<?, ?> moment) {
        return new Lifespan(moment.version(), createdAt, createdBy, moment.recordedAt(), moment.actor());
    }
}
