package io.kehu.servicedesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a ticket was resolved. */
@Schema(description = "How a ticket was resolved 解决")
public record Resolve(
        @Schema(description = "Solution 解决方案") @NotBlank @Size(max = 20_000)
        String resolution,

        @Schema(description = "Solution code 解决代码") @Size(max = 100)
        String resolutionCode,

        @Schema(description = "Root cause 根本原因; unchanged when left out") @Size(max = 200)
        String rootCause) {}
