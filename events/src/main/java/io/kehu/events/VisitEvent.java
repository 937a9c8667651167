package io.kehu.events;

import java.util.Set;

/** What can happen to a return visit 回访; what was said, stays with service-desk-service. */
public sealed interface VisitEvent extends DomainEvent {

    record Planned() implements VisitEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements VisitEvent {}

    record Done() implements VisitEvent {}

    record Cancelled() implements VisitEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements VisitEvent {}

    record Deleted() implements VisitEvent {}

    record Restored() implements VisitEvent {}

    record Unknown(String type) implements VisitEvent {}
}
