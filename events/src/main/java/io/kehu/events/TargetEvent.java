package io.kehu.events;

/** What can happen to a sales target 业绩目标. */
public sealed interface TargetEvent extends DomainEvent {

    /** It was set, or set anew; the state says to what. */
    record Set() implements TargetEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements TargetEvent {}

    record Deleted() implements TargetEvent {}

    record Restored() implements TargetEvent {}

    record Unknown(String type) implements TargetEvent {}
}
