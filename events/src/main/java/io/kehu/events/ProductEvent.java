package io.kehu.events;

import java.util.Set;

/** What can happen to a product 产品. */
public sealed interface ProductEvent extends DomainEvent {

    record Created() implements ProductEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements ProductEvent {}

    record Deleted() implements ProductEvent {}

    record Restored() implements ProductEvent {}

    record Unknown(String type) implements ProductEvent {}
}
