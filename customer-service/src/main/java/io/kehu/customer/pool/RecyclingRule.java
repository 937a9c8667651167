package io.kehu.customer.pool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When customers go back into a pool by themselves. */
@Schema(description = "When customers of a level go back into the pool 回收规则; what is left out takes none back")
public record RecyclingRule(
        @Schema(
                description =
                        "Customer level 客户级别 that the rule is for; every level without a rule of its own when left out",
                examples = "A")
        @Size(max = 50)
        String level,

        @Schema(description = "Days without a follow-up 未跟进天数", examples = "30") @Min(1) @Max(3650)
        Integer noFollowUpDays,

        @Schema(description = "Days without a signed contract 未成交天数", examples = "90") @Min(1) @Max(3650)
        Integer noDealDays,

        @Schema(description = "Days without a new opportunity 未新增商机天数", examples = "60") @Min(1) @Max(3650)
        Integer noOpportunityDays) {}
