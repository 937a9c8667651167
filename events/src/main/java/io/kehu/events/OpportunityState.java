package io.kehu.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An opportunity 商机 as published.
 *
 * @param amount   null while nobody has stated one
 * @param openedAt business time of opening, which cycle and funnel use; null when it is not known
 * @param closedAt business time of winning or losing; null while open
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
        List<Collaborator> collaborators)
        implements AggregateState {

    /** @param discount share taken off the price, 0 to 1 */
    public record Line(UUID productId, String product, BigDecimal quantity, Money price, BigDecimal discount) {}
}
