package io.kehu.reporting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the read model has followed one source. */
@Schema(description = "How fresh the figures are 数据新鲜度")
public record Freshness(
        @Schema(description = "When the last event that has been applied was recorded; absent if there was none")
        Instant lastEventAt,

        @Schema(description = "Events that wait to be applied; absent while Kafka cannot be asked")
        Long eventsBehind,

        @Schema(description = "Age of the last applied event while others wait, else 0")
        Long lagSeconds) {}
