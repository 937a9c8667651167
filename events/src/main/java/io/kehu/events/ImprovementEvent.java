package io.kehu.events;

import java.math.BigDecimal;
import java.util.Set;

/** What can happen to an improvement action 改进措施. */
public sealed interface ImprovementEvent extends DomainEvent {

    record Opened() implements ImprovementEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements ImprovementEvent {}

    /** The mean scores of before and after; null where nobody had answered. */
    record Done(BigDecimal scoreBefore, BigDecimal scoreAfter) implements ImprovementEvent {}

    record Cancelled(String reason) implements ImprovementEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team)
            implements ImprovementEvent {}

    record Deleted() implements ImprovementEvent {}

    record Restored() implements ImprovementEvent {}

    record Unknown(String type) implements ImprovementEvent {}
}
