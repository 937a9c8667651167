package io.kehu.events;

import java.util.Set;

/** What can happen to a piece of market research 市场调研. */
public sealed interface MarketResearchEvent extends DomainEvent {

    record Created() implements MarketResearchEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements MarketResearchEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements MarketResearchEvent {}

    record Deleted() implements MarketResearchEvent {}

    record Restored() implements MarketResearchEvent {}

    record Unknown(String type) implements MarketResearchEvent {}
}
