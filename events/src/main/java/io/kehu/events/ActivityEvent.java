package io.kehu.events;

import java.util.Set;

/** What can happen to an activity 活动/跟进记录. */
public sealed interface ActivityEvent extends DomainEvent {

    record Logged() implements ActivityEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements ActivityEvent {}

    record Deleted() implements ActivityEvent {}

    record Restored() implements ActivityEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements ActivityEvent {}

    record Unknown(String type) implements ActivityEvent {}
}
