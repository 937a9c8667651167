package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.opportunity.pipeline.Stage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many opportunities there are and what they are worth, as this service itself counts them. */
@Schema(description = "Number and amounts of opportunities 商机统计, as far as the caller may see them")
public record OpportunityTotals(
        long count,

        @Schema(description = "By what has become of them: a deal after sales 售后 counts as won")
        Map<Stage.Kind, KindTotal> byKind) {

    /** @param amounts sum per currency; deals without an amount are in the count alone */
    public record KindTotal(long count, List<Money> amounts) {}
}
