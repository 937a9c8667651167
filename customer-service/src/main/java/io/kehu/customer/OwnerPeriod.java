package io.kehu.customer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose a customer was, and how it came to that. */
@Schema(description = "Whose a customer was 归属记录")
record OwnerPeriod(
        @Schema(description = "Username; system:pool while it lay in a pool", examples = "anna")
        String owner,

        String team,
        @Schema(description = "The pool 公海 that it lay in") UUID poolId,
        Instant from,
        @Schema(description = "Left out while it is so") Instant until,

        @Schema(description = "Type of the event that began it", examples = "customer.claimed")
        String how,

        @Schema(description = "Who brought it about", examples = "anna")
        String by,

        @Schema(description = "Why it was put into a pool") String reason) {}
