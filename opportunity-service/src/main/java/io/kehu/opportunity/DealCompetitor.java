package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who else wants a deal. */
@Schema(description = "A competitor 竞争对手 in the deal")
public record DealCompetitor(
        @Schema(examples = "用友") @NotBlank @Size(max = 200) String name,

        @Schema(description = "What he asks 报价") @ValidMoney Money price,

        @Schema(description = "How he stands against us 竞争态势")
        Position position,

        @Schema(description = "What speaks for him 客户关注点") @Size(max = 1000)
        String concern,

        @Schema(description = "What came of it 结果") @Size(max = 1000)
        String outcome) {

    /** How a competitor stands against us. */
    @Schema(name = "CompetitorPosition")
    public enum Position {
        AHEAD,
        EVEN,
        BEHIND
    }

    OpportunityState.CompetitorStand published() {
        return new OpportunityState.CompetitorStand(
                name, price, position == null ? null : position.name(), concern, outcome);
    }
}
