package io.kehu.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A piece of market research 市场调研 as published.
 *
 * @param customerId the customer that was asked; null if it is about a {@code segment} of the market
 * @param method     INTERVIEW, SURVEY, DESK or PARTNER
 */
public record MarketResearchState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        String segment,
        LocalDate researchedOn,
        String method,
        List<Need> needs,
        List<Intelligence> intelligence,
        String conclusions,
        boolean deleted,
        List<Collaborator> collaborators,
        Set<String> tags,
        Map<String, Object> customFields)
        implements AggregateState {

    /**
     * What somebody needs 需求.
     *
     * @param priority HIGH, MEDIUM or LOW
     * @param timing   when it is wanted, in the words of who was asked
     */
    public record Need(String text, String productCategory, String priority, Money budget, String timing) {}

    /**
     * What is known of a competitor 竞品情报.
     *
     * @param confidence HIGH, MEDIUM or LOW
     */
    public record Intelligence(
            UUID competitorId,
            String competitor,
            String product,
            Money price,
            String source,
            String confidence,
            String text) {}
}
