package io.kehu.servicedesk.improvement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing is done. */
@Schema(description = "Why an improvement action is cancelled 取消改进")
public record CancelImprovement(
        @Schema(description = "Reason 取消原因", examples = "已由其他措施覆盖") @NotBlank @Size(max = 2000)
        String reason) {}
