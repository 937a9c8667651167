package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import io.kehu.platform.problem.Conflict;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a dry run remembers of the records that it made and rolled back, for the rows that follow in the file. */
final class RolledBack {

    private final Map<ExternalId, UUID> ids = new HashMap<>();
    private final Map<Object, Optional<ExternalId>> unique = new HashMap<>();

    boolean has(ExternalId externalId) {
        return externalId != null && ids.containsKey(externalId);
    }

    /** The ids that the records had, by which others can refer to them. */
    Map<ExternalId, UUID> ids() {
        return Collections.unmodifiableMap(ids);
    }

    /** @throws Conflict if another record had the value, which only one may have */
    void requireFree(Object value, ExternalId owner) {
        var other = unique.get(value);
        if (other != null && (owner == null || !other.equals(Optional.of(owner)))) {
            throw new Conflict("conflict.unique", value);
        }
    }

    void add(ChunkTally tally) {
        tally.links().forEach((pair, record) -> ids.put(pair, record.id()));
        unique.putAll(tally.unique());
    }
}
