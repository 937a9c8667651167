package io.kehu.platform.personal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One value in clear. */
@Schema(description = "A masked value in clear 明文")
public record Revealed(
        String field,

        @Schema(description = "Absent if the record has none", nullable = true)
        String value) {}
