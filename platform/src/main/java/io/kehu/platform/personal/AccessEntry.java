package io.kehu.platform.personal;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One time that somebody was given personal data in clear, or erased it.
 *
 * @param field name of the field, or {@code *} for all of the record
 */
@Schema(description = "Who was given which personal data, when and why 访问记录")
public record AccessEntry(
        UUID id, Action action, String field, String reason, String username, Instant accessedAt, String traceId) {

    /** What was done. */
    @Schema(name = "AccessAction")
    public enum Action {
        REVEALED,
        EXPORTED,
        ERASED
    }
}
