package io.kehu.platform.listing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many records of a kind the caller may see, for reconciliation with read models. */
@Schema(description = "How many records there are 总数", requiredProperties = "count")
public record Totals(long count) {}
