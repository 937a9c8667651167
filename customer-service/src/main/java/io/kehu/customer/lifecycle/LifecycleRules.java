package io.kehu.customer.lifecycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When customers move in their lifecycle by themselves. */
@Schema(description = "When customers move in their lifecycle by themselves 流失预警规则; what is left out moves none")
public record LifecycleRules(
        @Schema(
                description = "Days without follow-up or contract after which an ACTIVE customer is AT_RISK 未联系天数",
                examples = "90")
        @Min(1)
        @Max(3650)
        Integer atRiskAfterDays,

        @Schema(
                description =
                        "Score of a satisfaction survey (CSAT, 1 to 5) at or below which an ACTIVE customer is AT_RISK 低分预警",
                examples = "2")
        @Min(1)
        @Max(5)
        Integer atRiskAtScore,

        @Schema(
                description = "Days before the end of a running contract from which an ACTIVE customer is AT_RISK if no"
                        + " other contract runs longer 合同到期预警天数",
                examples = "30")
        @Min(1)
        @Max(3650)
        Integer atRiskBeforeContractEndDays,

        @Schema(description = "Days AT_RISK after which a customer is CHURNED 流失天数", examples = "180")
        @Min(1)
        @Max(3650)
        Integer churnedAfterDays) {}
