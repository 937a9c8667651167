package io.kehu.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A contract 合同 as published, with its two machines: approval 审批 and status 合同状态. */
public record ContractState(
        UUID id,
        String number,
        String name,
        String owner,
        String team,
        List<ExternalId> externalIds,
        UUID customerId,
        UUID opportunityId,
        Money amount,
        String approval,
        String status,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        String submittedBy,
        String approvedBy,
        List<Line> lines,
        String paymentTerms,
        boolean deleted,
        List<Collaborator> collaborators)
        implements AggregateState {

    /** @param discount share taken off the price, 0 to 1 */
    public record Line(UUID productId, String product, BigDecimal quantity, Money price, BigDecimal discount) {}
}
