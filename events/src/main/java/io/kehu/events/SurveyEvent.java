package io.kehu.events;

import java.util.UUID;

/** What can happen to a satisfaction survey 满意度调查 sent for one occasion. */
public sealed interface SurveyEvent extends DomainEvent {

    record Sent() implements SurveyEvent {}

    record Answered(int score) implements SurveyEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements SurveyEvent {}
    /** The customer has been merged into another, or is apart again. */
    record CustomerChanged(UUID previousCustomerId, UUID customerId) implements SurveyEvent {}

    record Unknown(String type) implements SurveyEvent {}
}
