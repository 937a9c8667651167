package io.kehu.opportunity.loss;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reason as the API shows it. */
@Schema(description = "A reason for losing a deal 丢单原因, with the key that deals name")
public record LostReasonView(
        @Schema(examples = "PRICE") String key,
        @JsonUnwrapped LostReasonFields reason,
        Instant updatedAt,
        String updatedBy) {}
