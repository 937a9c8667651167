package io.kehu.servicedesk.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nobody calls. */
@Schema(description = "Why a return visit is cancelled 取消回访")
public record CancelVisit(
        @Schema(description = "Reason 取消原因", examples = "客户已主动来电") @NotBlank @Size(max = 2000)
        String reason) {}
