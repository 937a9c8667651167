package io.kehu.servicedesk.priority;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the matrix as the API shows it. */
@Schema(description = "The matrix of priorities 优先级矩阵, one version of it")
public record PriorityMatrixView(
        @Schema(description = "A change makes another version 版本", examples = "1")
        int version,

        @JsonUnwrapped PriorityMatrix matrix,
        Instant createdAt,
        String createdBy) {}
