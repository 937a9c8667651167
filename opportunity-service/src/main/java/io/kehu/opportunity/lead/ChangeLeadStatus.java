package io.kehu.opportunity.lead;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Moves a lead on its way. */
@Schema(description = "A lead's next status 跟进状态")
public record ChangeLeadStatus(
        @Schema(
                description =
                        "NEW → ASSIGNED → CONTACTED → QUALIFIED, any of them → DISQUALIFIED → RECYCLED → NEW; CONVERTED is reached by …/convert",
                examples = "ASSIGNED")
        @NotNull
        LeadStatus status,

        @Schema(description = "Why it is no lead 无效原因; needed for DISQUALIFIED, and for nothing else")
        DisqualifiedReason reason,

        @Schema(description = "Comment 说明") @Size(max = 1000)
        String comment) {}
