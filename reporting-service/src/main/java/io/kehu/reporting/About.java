package io.kehu.reporting;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every report says of itself. */
@Schema(description = "When and from how fresh a read model the report was made")
public record About(
        Instant generatedAt,

        @Schema(description = "By source: customer, opportunity, activity, service-desk, contract")
        Map<String, Freshness> freshness) {}
