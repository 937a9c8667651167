package io.kehu.platform.changes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has changed of one kind of record since a cursor was given. */
@Schema(
        description = "What has changed since the cursor 增量变更",
        requiredProperties = {"items", "nextCursor", "more"})
public record Changes<V>(
        @Schema(description = "Each record as it is now, or that it is gone; one that changed again may come again")
        List<ChangedRecord<V>> items,

        @Schema(description = "Pass as cursor next time 游标; good for 30 days")
        String nextCursor,

        @Schema(description = "Whether there is more at once; otherwise ask again later")
        boolean more) {}
