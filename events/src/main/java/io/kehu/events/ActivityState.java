package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An activity 活动/跟进记录 as published; what was said stays with activity-service.
 *
 * @param name    always null: subject and content may hold personal data
 * @param minutes how long it took
 */
public record ActivityState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String type,
        String direction,
        Instant happenedAt,
        Integer minutes,
        UUID customerId,
        UUID opportunityId,
        List<UUID> contactIds,
        String outcome,
        Set<String> results,
        boolean deleted,
        List<Collaborator> collaborators)
        implements AggregateState {}
