package io.kehu.opportunity.lead;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversion as the API shows it. */
@Schema(description = "What a lead has become 线索转化")
public record ConversionView(
        UUID leadId,
        ConversionStatus status,

        @Schema(description = "The customer 客户, once it is CONVERTED")
        UUID customerId,

        @Schema(description = "The contact 联系人; absent if the lead names no person")
        UUID contactId,

        @Schema(description = "The deal 商机; absent if none was wanted")
        UUID opportunityId,

        @Schema(description = "Why it was refused") String problem,

        @Schema(description = "Who converts it") String actor,

        Instant startedAt) {}
