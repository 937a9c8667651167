package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A ticket 服务请求 as published; the text of the request stays with service-desk-service.
 *
 * @param name                 always null: the subject may hold personal data
 * @param customerWaitingSince since when the customer has had no answer to a message, null if there is none to answer
 * @param slaPolicy            key of the policy 服务级别 under which it was opened, with its version
 * @param sourceAssignee       the agent of imported past who is no user here, by the name that the other system has for him
 * @param entitlement          {@code ENTITLED}, {@code EXPIRED} or {@code NOT_STARTED} by the contract that it names, or null
 */
public record TicketState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        UUID contactId,
        UUID contractId,
        UUID productId,
        String type,
        String category,
        String channel,
        String impact,
        String urgency,
        String priority,
        String status,
        String assignee,
        String group,
        String resolutionCode,
        String rootCause,
        Instant openedAt,
        Instant resolvedAt,
        Instant closedAt,
        int reopenCount,
        Boolean slaMet,
        boolean deleted,
        List<Collaborator> collaborators,
        Instant firstRespondedAt,
        Instant customerWaitingSince,
        String slaPolicy,
        Integer slaPolicyVersion,
        String entitlement,
        String sourceAssignee)
        implements AggregateState {}
