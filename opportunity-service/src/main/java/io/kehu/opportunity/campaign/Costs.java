package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignState.Cost;
import io.kehu.events.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a campaign has cost so far. */
@Schema(description = "The costs 实际费用 of a campaign")
public record Costs(
        List<Cost> items,

        @Schema(description = "Their sum 合计; absent while there are none", nullable = true)
        Money total) {

    static Money sum(List<Cost> items) {
        return items.stream()
                .map(Cost::amount)
                .reduce((one, other) -> new Money(one.amount().add(other.amount()), one.currency()))
                .orElse(null);
    }
}
