package io.kehu.platform.personal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for one masked value in clear 查看明文. */
@Schema(description = "Which masked value is asked for in clear, and why 查看明文")
public record Reveal(
        @Schema(description = "Name of the masked field", examples = "phone") @NotBlank @Size(max = 50)
        String field,

        @Schema(
                description = "Why it is needed 理由; kept in the access log",
                examples = "Call back on ticket T20260315001")
        @NotBlank
        @Size(min = 3, max = 500)
        String reason) {}
