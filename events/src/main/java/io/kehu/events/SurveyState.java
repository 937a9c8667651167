package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A survey 满意度调查 sent for one occasion, as published; the comment stays with service-desk-service.
 *
 * @param kind   {@code CSAT} (scores 1 to 5)
 * @param score  the overall score, null until answered
 * @param scores score by dimension, for instance {@code SERVICE_ATTITUDE}
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
        List<Collaborator> collaborators)
        implements AggregateState {}
