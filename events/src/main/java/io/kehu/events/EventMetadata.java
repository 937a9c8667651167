package io.kehu.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What is true of every event, whatever it says.
 *
 * @param version    version of the aggregate after the event; the first is 1 and each event raises it by one
 * @param occurredAt when it was true in the business; imports and timers give it
 * @param recordedAt when Kehu learned it
 * @param historical whether it is imported past: projections apply it, reactions ignore it
 * @param cause      what made it happen, for instance an import job or a merge, or null
 */
public record EventMetadata(
        UUID id,
        String type,
        UUID aggregateId,
        long version,
        String actor,
        Origin origin,
        String cause,
        Instant occurredAt,
        Instant recordedAt,
        boolean historical) {}
