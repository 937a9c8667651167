package io.kehu.platform.savedview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A view as the API shows it. */
@Schema(description = "A saved view 视图, which lists take as view")
public record SavedView(
        UUID id,
        @JsonUnwrapped SaveView view,
        @Schema(description = "Who alone changes it") String owner,
        Instant createdAt,
        Instant updatedAt) {}
