package io.kehu.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A contact 联系人 as published: who it is stays with customer-service.
 *
 * @param name always null, because a person's name is personal data
 */
public record ContactState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        String title,
        String department,
        Set<String> roles,
        boolean active,
        boolean deleted)
        implements AggregateState {}
