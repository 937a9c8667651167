package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignState;
import io.kehu.events.Money;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user writes of a cost of a campaign, when booking as when correcting it. */
@Schema(description = "A cost line 费用明细 of a campaign")
public record CostLine(
        @Schema(description = "Day 发生日期", examples = "2026-03-15") @NotNull
        LocalDate bookedOn,

        @Schema(description = "Category 费用类别", examples = "展位费") @NotBlank @Size(max = 100)
        String category,

        @Schema(description = "Description 说明") @Size(max = 1000)
        String description,

        @Schema(description = "Amount 金额, in the currency of the campaign's budget, or else of its first cost")
        @ValidMoney
        @NotNull
        Money amount) {

    CampaignState.Cost published(UUID id) {
        return new CampaignState.Cost(id, bookedOn, category, description, amount);
    }
}
