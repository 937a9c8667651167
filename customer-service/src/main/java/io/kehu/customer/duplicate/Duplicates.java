package io.kehu.customer.duplicate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customers that may be the same as one. */
@Schema(description = "Customers that may be the same 疑似重复客户, the likeliest first")
public record Duplicates(
        List<Duplicate> items,

        @Schema(description = "How many more there are that the caller may not see")
        int others) {}
