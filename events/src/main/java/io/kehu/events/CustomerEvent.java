package io.kehu.events;

import java.util.Set;
import java.util.UUID;

/** What can happen to a customer 客户. */
public sealed interface CustomerEvent extends DomainEvent {

    record Created() implements CustomerEvent {}

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

    record Deleted() implements CustomerEvent {}

    record Restored() implements CustomerEvent {}

    record Unknown(String type) implements CustomerEvent {}
}
