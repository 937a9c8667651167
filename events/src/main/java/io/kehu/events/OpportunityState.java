package io.kehu.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An opportunity 商机 as published.
 *
 * @param amount   null while nobody has stated one
 * @param probability of the stage, or stated by somebody for {@code probabilityReason}
 * @param baseAmount the amount in the company's own currency; null if the rate is not known
 * @param openedAt business time of opening, which cycle and funnel use; null when it is not known
 * @param closedAt business time of winning or losing; null while open
 * @param pipelineVersion which version of its pipeline it goes through; null in states of before there were versions
 */
public record OpportunityState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        StageState stage,
        Instant stageEnteredAt,
        Money amount,
        String amountSource,
        Integer probability,
        LocalDate expectedCloseDate,
        Instant openedAt,
        Instant closedAt,
        String source,
        String lostReason,
        String nextStep,
        String description,
        int pushCount,
        List<Line> lines,
        boolean deleted,
        List<Collaborator> collaborators,
        UUID campaignId,
        List<ContactPart> contacts,
        List<CompetitorStand> competitors,
        List<TeamShare> split,
        ExchangeRate exchangeRate,
        Money baseAmount,
        String probabilityReason,
        Integer pipelineVersion,
        Set<String> tags,
        Map<String, Object> customFields)
        implements AggregateState {

    /** @param role for instance DECISION_MAKER */
    public record ContactPart(UUID contactId, String role) {}

    /**
     * @param position     AHEAD, EVEN or BEHIND of us
     * @param competitorId null if he is known by his name alone
     */
    public record CompetitorStand(
            String name, Money price, String position, String concern, String outcome, UUID competitorId) {}

    /** @param share 0 to 1 */
    public record TeamShare(String username, String team, BigDecimal share) {}

    /** @param rate what one of the deal's currency is worth in the company's own */
    public record ExchangeRate(BigDecimal rate, LocalDate date) {}

    /**
     * @param discount share taken off the price, 0 to 1
     * @param total    what the line comes to, rounded to the currency's own decimals; null without a price
     */
    public record Line(
            UUID productId, String product, BigDecimal quantity, Money price, BigDecimal discount, Money total) {}
}
