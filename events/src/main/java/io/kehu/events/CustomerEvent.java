package io.kehu.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can happen to a customer 客户. */
public sealed interface CustomerEvent extends DomainEvent {

    /** @param duplicates likely duplicates beside which somebody wanted it all the same, or null */
    record Created(List<UUID> duplicates) implements CustomerEvent {
        public Created() {
            this(null);
        }
    }

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements CustomerEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements CustomerEvent {}

    /** Put into a public pool 公海, by hand or by a rule that {@code reason} names. */
    record Pooled(UUID poolId, String previousOwner, String previousTeam, String reason) implements CustomerEvent {}

    /** Taken out of a public pool by its new owner. */
    record Claimed(UUID poolId, String owner, String team) implements CustomerEvent {}

    /** @param reason why, or null where none is needed */
    record LifecycleChanged(String from, String to, String reason) implements CustomerEvent {}

    record ParentChanged(UUID previousParentId, UUID parentId) implements CustomerEvent {}

    /** It is another customer: what hangs on it follows to the survivor. */
    record Merged(UUID mergeId, UUID survivorId) implements CustomerEvent {}

    /** It is a customer of its own again: what has moved last by that merge goes back. */
    record Unmerged(UUID mergeId, UUID survivorId) implements CustomerEvent {}

    record Deleted() implements CustomerEvent {}

    /** All that tells who an individual is has been destroyed, here and in the past; the record remains, empty. */
    record Erased() implements CustomerEvent {}

    record Restored() implements CustomerEvent {}

    record Unknown(String type) implements CustomerEvent {}
}
