package io.kehu.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A campaign 市场活动 as published.
 *
 * @param type       EXHIBITION, SEMINAR, ONLINE, ADVERTISING, EMAIL or OTHER
 * @param status     PLANNED, IN_PROGRESS, COMPLETED or CANCELLED
 * @param actualCost sum of the cost lines; null while there are none
 */
public record CampaignState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        String type,
        String status,
        String targetAudience,
        LocalDate startsOn,
        LocalDate endsOn,
        Money budget,
        Money actualCost,
        List<Cost> costs,
        String description,
        Map<String, Object> customFields,
        boolean deleted,
        List<Collaborator> collaborators,
        Set<String> tags)
        implements AggregateState {

    /** A cost line 费用明细; one that a mistake made is corrected, and never taken away. */
    public record Cost(UUID id, LocalDate bookedOn, String category, String description, Money amount) {}
}
