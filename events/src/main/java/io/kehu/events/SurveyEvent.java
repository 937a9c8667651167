package io.kehu.events;

/** What can happen to a satisfaction survey 满意度调查 sent for one occasion. */
public sealed interface SurveyEvent extends DomainEvent {

    record Sent() implements SurveyEvent {}

    record Answered(int score) implements SurveyEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements SurveyEvent {}

    record Unknown(String type) implements SurveyEvent {}
}
