package io.kehu.platform.eventlog;

import io.kehu.events.DomainEvent;
import java.time.Instant;

/**
 * One aggregate and the one event that says how it changed.
 *
 * @param occurredAt when it was true in the business; null means now
 * @param historical whether it is imported past, which reactions ignore
 */
public record Change(Aggregate<?> aggregate, DomainEvent event, Instant occurredAt, boolean historical) {

    public static Change now(Aggregate<?> aggregate, DomainEvent event) {
        return new Change(aggregate, event, null, false);
    }

    public static Change past(Aggregate<?> aggregate, DomainEvent event, Instant occurredAt) {
        return new Change(aggregate, event, occurredAt, true);
    }
}
