package io.kehu.customer.merge;

import io.kehu.events.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a customer has been merged into another.
 *
 * @param externalIds the keys in other systems that it had
 */
record Merge(UUID mergeId, UUID mergedId, UUID survivorId, List<ExternalId> externalIds, Instant mergedAt) {}
