package io.kehu.platform.eventlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One event of a record, as its history lists it. */
@Schema(description = "One change of a record 变更记录")
public record HistoryEntry(
        UUID id,
        long version,
        String type,
        String actor,
        String origin,
        String cause,
        Instant occurredAt,
        Instant recordedAt,
        boolean historical,
        List<FieldChange> changes) {

    /** @param hidden whether the values are left out because the caller may not see personal data */
    public record FieldChange(
            String field,
            @Schema(implementation = Object.class) JsonNode from,
            @Schema(implementation = Object.class) JsonNode to,
            boolean hidden) {}
}
