package io.kehu.servicedesk.queue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group as the API shows it. */
@Schema(description = "A support group 处理组")
public record SupportGroupView(
        @Schema(examples = "printers") String key,
        @JsonUnwrapped SupportGroup group,
        Instant updatedAt,
        String updatedBy) {}
