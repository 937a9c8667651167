package io.kehu.events;

import java.util.Set;

/** What can happen to a contact 联系人. */
public sealed interface ContactEvent extends DomainEvent {

    record Created() implements ContactEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements ContactEvent {}

    record Deleted() implements ContactEvent {}

    record Restored() implements ContactEvent {}

    /** All that tells who the contact is has been destroyed, here and in the past; the record remains, empty. */
    record Erased() implements ContactEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements ContactEvent {}

    record Unknown(String type) implements ContactEvent {}
}
