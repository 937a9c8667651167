package io.kehu.opportunity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The deals that may be the same as one. */
@Schema(description = "Open deals of the customer that may be the same 疑似重复商机, the likeliest first")
public record DealDuplicates(
        List<DealDuplicate> items,

        @Schema(description = "How many more there are that the caller may not see")
        int others) {}
