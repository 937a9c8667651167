package io.kehu.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens a closed deal again. */
@Schema(description = "Reopening 重新打开 of a closed opportunity")
public record ReopenOpportunity(
        @Schema(description = "Code of the open stage to go on in", examples = "NEGOTIATION") @NotBlank @Size(max = 100)
        String stage,

        @Schema(description = "Why 原因") @NotBlank @Size(max = 1000)
        String reason) {}
