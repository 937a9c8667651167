package io.kehu.events;

import java.util.Set;

/** What can happen to a competitor 竞争对手. */
public sealed interface CompetitorEvent extends DomainEvent {

    record Created() implements CompetitorEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements CompetitorEvent {}

    record Deleted() implements CompetitorEvent {}

    record Restored() implements CompetitorEvent {}

    record Unknown(String type) implements CompetitorEvent {}
}
