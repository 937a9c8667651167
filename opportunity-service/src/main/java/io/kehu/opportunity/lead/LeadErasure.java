package io.kehu.opportunity.lead;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a lead's personal data is destroyed. */
@Schema(description = "Why personal data is erased 清除个人信息")
public record LeadErasure(
        @Schema(
                description = "Reason 理由; kept in the access log",
                examples = "Request of the person, letter of 2026-03-15")
        @NotBlank
        @Size(min = 3, max = 500)
        String reason) {}
