package io.kehu.events;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A contact 联系人 as published: who it is stays with customer-service.
 *
 * @param name   always null, because a person's name is personal data
 * @param customerId the main customer
 * @param customers  every customer that it belongs or belonged to
 * @param reportsTo  the contact above it in the decision chain 决策链
 * @param erased whether all that told who it is has been destroyed 已清除
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
        boolean deleted,
        boolean erased,
        List<Collaborator> collaborators,
        List<ContactLink> customers,
        UUID reportsTo,
        ContactPreferences preferences,
        List<Consent> consents,
        String inactiveReason,
        Set<String> tags)
        implements AggregateState {}
