package io.kehu.customer.duplicate;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer that may be the same as another. */
@Schema(description = "A customer that may be the same 疑似重复客户")
public record Duplicate(
        UUID id,
        String number,
        String name,
        String owner,

        @Schema(description = "How likely it is the same, 0 to 1")
        double score,

        @Schema(description = "Why it may be the same") Set<DuplicateReason> reasons) {}
