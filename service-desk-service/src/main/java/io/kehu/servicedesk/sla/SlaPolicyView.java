package io.kehu.servicedesk.sla;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a policy as the API shows it. */
@Schema(description = "A service level policy 服务级别策略, one version of it")
public record SlaPolicyView(
        @Schema(examples = "standard") String key,

        @Schema(
                description = "A change makes another version 版本; a ticket keeps the one that it was opened under",
                examples = "1")
        int version,

        @JsonUnwrapped SlaPolicy policy,
        Instant createdAt,
        String createdBy) {}
