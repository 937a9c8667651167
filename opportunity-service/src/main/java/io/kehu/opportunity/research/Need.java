package io.kehu.opportunity.research;

import io.kehu.events.MarketResearchState;
import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody who was asked needs. */
@Schema(name = "ResearchNeed", description = "A need 需求 that research has found")
public record Need(
        @Schema(description = "In words 需求描述", examples = "移动端离线录入") @NotBlank @Size(max = 2000)
        String text,

        @Schema(description = "Product category 产品类别") @Size(max = 100)
        String productCategory,

        @Schema(description = "Priority 优先级") Level priority,

        @Schema(description = "Budget 预算") @ValidMoney Money budget,

        @Schema(description = "When it is wanted 时间计划", examples = "2026 年下半年") @Size(max = 200)
        String timing) {

    MarketResearchState.Need published() {
        return new MarketResearchState.Need(
                text, productCategory, priority == null ? null : priority.name(), budget, timing);
    }
}
