package io.kehu.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An improvement action 改进措施 as published; its description stays with service-desk-service.
 *
 * @param kind        whose scores it is to raise: {@code CSAT}, {@code NPS}, {@code CES} or {@code CUSTOM}
 * @param dimension   what it is to improve, null for the whole
 * @param customerId  of which answers its scores are the means, as {@code productId}, {@code ticketType}, {@code ticketCategory},
 *                    {@code agent} and {@code questionnaire} are; null where all count
 * @param days        over how many days its scores are the means
 * @param status      {@code OPEN}, {@code DONE} or {@code CANCELLED}
 * @param scoreBefore the mean when it was opened, null if nobody had answered
 * @param scoreAfter  the mean when it was done, null until then and if nobody had answered since
 */
public record ImprovementState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String kind,
        String dimension,
        UUID customerId,
        UUID productId,
        String ticketType,
        String ticketCategory,
        String agent,
        String questionnaire,
        Integer days,
        LocalDate dueOn,
        String status,
        BigDecimal scoreBefore,
        Integer answersBefore,
        BigDecimal scoreAfter,
        Integer answersAfter,
        Instant endedAt,
        List<UUID> surveys,
        List<UUID> tickets,
        boolean deleted,
        List<Collaborator> collaborators)
        implements AggregateState {}
