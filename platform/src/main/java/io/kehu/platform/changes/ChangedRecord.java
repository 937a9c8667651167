package io.kehu.platform.changes;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that has changed, or a tombstone. */
@Schema(description = "A record that has changed, or is gone", requiredProperties = "id")
public record ChangedRecord<V>(
        UUID id,

        @Schema(description = "The record as it is now; absent when it is gone")
        V record,

        @Schema(description = "Why it is gone; absent when it is not")
        Gone gone,

        @Schema(description = "The record that it has been merged into, if the caller may see that")
        UUID mergedInto) {

    /** Why a record is gone for the caller. */
    public enum Gone {
        /** It lies in the recycle bin. */
        DELETED,
        /** It has become part of another. */
        MERGED,
        /** It may still be there, but the caller may not see it any more. */
        OUT_OF_SIGHT
    }

    static <V> ChangedRecord<V> gone(UUID id, Gone why) {
        return new ChangedRecord<>(id, null, why, null);
    }
}
