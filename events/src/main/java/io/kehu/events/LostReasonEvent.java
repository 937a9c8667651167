package io.kehu.events;

import java.util.Set;

/** What can happen to a reason for losing a deal 丢单原因; none is ever deleted, because deals name them. */
public sealed interface LostReasonEvent extends DomainEvent {

    record Defined() implements LostReasonEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements LostReasonEvent {}

    record Unknown(String type) implements LostReasonEvent {}
}
