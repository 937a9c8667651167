package io.kehu.platform.reference;

import java.time.Instant;
import java.util.UUID;

/**
 * That a customer has been merged into another, or is apart again, as far as this service's records have followed it.
 *
 * @param undone whether the records go back
 * @param moved  how many have moved so far
 */
public record MergeToFollow(
        UUID mergeId, UUID mergedId, boolean undone, UUID survivorId, Instant orderedAt, long moved, boolean finished) {

    private static final String MERGE = "customer-merge:";
    private static final String UNMERGE = "customer-unmerge:";

    /** The cause of every event by which a record moves to the survivor. */
    public static String cause(UUID mergeId) {
        return MERGE + mergeId;
    }

    /** The cause of every event by which a record goes back. */
    public static String causeOfUndoing(UUID mergeId) {
        return UNMERGE + mergeId;
    }

    String cause() {
        return undone ? causeOfUndoing(mergeId) : cause(mergeId);
    }

    /** The customer on which the records hang before they move. */
    UUID from() {
        return undone ? survivorId : mergedId;
    }

    UUID to() {
        return undone ? mergedId : survivorId;
    }
}
