package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A survey 满意度调查 sent for one occasion, as published; the comment stays with service-desk-service.
 *
 * @param kind          {@code CSAT} (scores 1 to 5), {@code NPS} (0 to 10), {@code CES} (1 to 7) or {@code CUSTOM}
 * @param status        {@code SCHEDULED}, {@code SENT}, {@code ANSWERED}, {@code EXPIRED} or {@code WITHHELD}
 * @param score         the overall score, null until answered, and for {@code CUSTOM} without an overall question
 * @param scores        score by dimension, for instance {@code SERVICE_ATTITUDE}
 * @param questionnaire key of the questionnaire 问卷, null of surveys from before there were any
 * @param occasion      {@code TICKET_CLOSED}, {@code CONTRACT_SIGNED}, {@code SCHEDULE} or {@code MANUAL}, null of imported past
 * @param answeredBy    {@code LINK}, {@code PHONE} (an agent for the customer) or {@code IMPORT}
 * @param dueAt         when it is to be sent, after its delay
 * @param detractor     whether the answer is so low that somebody should care, null until answered
 * @param withheld      why it was not sent: {@code QUIET} or {@code SAMPLING}, null if it was or will be
 */
public record SurveyState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String kind,
        UUID ticketId,
        UUID customerId,
        String agent,
        String ticketType,
        String priority,
        String status,
        Integer score,
        Map<String, Integer> scores,
        Instant sentAt,
        Instant answeredAt,
        boolean deleted,
        List<Collaborator> collaborators,
        String questionnaire,
        Integer questionnaireVersion,
        String occasion,
        UUID contactId,
        UUID contractId,
        UUID productId,
        String ticketCategory,
        String answeredBy,
        Instant dueAt,
        Instant remindedAt,
        Instant expiresAt,
        Boolean detractor,
        String withheld)
        implements AggregateState {}
