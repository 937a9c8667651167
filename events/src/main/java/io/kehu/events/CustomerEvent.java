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

    record ParentChanged(UUID previousParentId, UUID parentId) implements CustomerEvent {}

    record Deleted() implements CustomerEvent {}

    record Restored() implements CustomerEvent {}

    record Unknown(String type) implements CustomerEvent {}
}
