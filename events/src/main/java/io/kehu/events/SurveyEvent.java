package io.kehu.events;

import java.util.Set;
import java.util.UUID;

/** What can happen to a satisfaction survey 满意度调查 sent for one occasion. */
public sealed interface SurveyEvent extends DomainEvent {

    /** It is to be sent later. */
    record Scheduled() implements SurveyEvent {}

    record Sent() implements SurveyEvent {}

    /** @param reason {@code QUIET}, because the same person was asked not long ago, or {@code SAMPLING} */
    record Withheld(String reason) implements SurveyEvent {}

    /** Somebody asked for the link by which it is answered; the one of before is void. */
    record Invited() implements SurveyEvent {}

    /** @param times how often by now */
    record Reminded(int times) implements SurveyEvent {}

    /** @param score the overall score, null where the questionnaire asks for none */
    record Answered(Integer score) implements SurveyEvent {}

    /** The answer is so low that somebody should care; told once, and never of imported past. */
    record Detractor(Integer score) implements SurveyEvent {}

    /** Nobody answered in time. */
    record Expired() implements SurveyEvent {}

    /** @param fields names of the fields that changed */
    record Updated(Set<String> fields) implements SurveyEvent {}

    record Deleted() implements SurveyEvent {}

    record Restored() implements SurveyEvent {}

    record OwnerChanged(String previousOwner, String owner, String previousTeam, String team) implements SurveyEvent {}

    /** The customer has been merged into another, or is apart again. */
    record CustomerChanged(UUID previousCustomerId, UUID customerId) implements SurveyEvent {}

    record Unknown(String type) implements SurveyEvent {}
}
