package io.kehu.customer.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the personal data of a contact or an individual is destroyed. */
@Schema(description = "Why personal data is erased 清除个人信息")
public record Erasure(
        @Schema(
                description = "Reason 理由; kept in the access log",
                examples = "Request of the person, letter of 2026-03-15")
        @NotBlank
        @Size(min = 3, max = 500)
        String reason) {}
