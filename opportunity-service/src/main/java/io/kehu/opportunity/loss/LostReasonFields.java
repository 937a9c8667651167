package io.kehu.opportunity.loss;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator writes of a reason for losing a deal. */
@Schema(name = "LostReason", description = "A reason for losing a deal 丢单原因")
public record LostReasonFields(
        @Schema(examples = "Price") @NotBlank @Size(max = 100)
        String name,

        @Schema(examples = "价格") @NotBlank @Size(max = 100) String chineseName,

        @Schema(description = "Whether the competitor 竞争对手 who won is to be named; false when left out")
        Boolean needsCompetitor,

        @Schema(description = "Whether it may be chosen 启用; true when left out. Deals that have it keep it either way")
        Boolean active,

        @Schema(description = "Reasons are shown in this order 排序", examples = "10") @Min(0) @Max(10_000)
        int position) {

    public LostReasonFields {
        needsCompetitor = needsCompetitor != null && needsCompetitor;
        active = active == null || active;
    }
}
