package io.kehu.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A return visit 回访, a call that asks how it went, as published.
 *
 * @param name     always null: what it is for may hold personal data
 * @param surveyId the survey that is answered in it, or null
 * @param status   {@code PLANNED}, {@code DONE} or {@code CANCELLED}
 * @param endedAt  when it was done or cancelled, or null
 */
public record VisitState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        UUID contactId,
        UUID ticketId,
        UUID surveyId,
        Instant plannedAt,
        String status,
        Instant endedAt,
        boolean deleted,
        List<Collaborator> collaborators)
        implements AggregateState {}
