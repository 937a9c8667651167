package io.kehu.opportunity;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An open deal that may be the same as another. */
@Schema(description = "An open deal of the customer that may be the same 疑似重复商机")
public record DealDuplicate(
        UUID id,
        String number,
        String name,
        String owner,
        String stage,

        @Schema(description = "How much alike the names are 相似度, up to 1", examples = "0.8")
        double likeness) {}
