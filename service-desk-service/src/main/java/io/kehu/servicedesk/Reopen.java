package io.kehu.servicedesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a resolved ticket is taken up again. */
@Schema(description = "Why a ticket is reopened 重新打开")
public record Reopen(@NotBlank @Size(max = 1000) String reason) {}
