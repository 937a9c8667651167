package io.kehu.opportunity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order that all open deals of a pipeline go on in its newest version, and how far it is. */
@Schema(description = "How far the open deals of a pipeline have come into its newest version 商机迁移进度")
public record PipelineMove(
        @Schema(description = "Code of the pipeline 销售流程", examples = "STANDARD")
        String pipeline,

        @Schema(description = "The order, as the deals' history names it")
        UUID id,

        @Schema(description = "The newest version when it was ordered")
        int version,

        MoveToNewest order,
        String orderedBy,
        Instant orderedAt,
        @Schema(description = "Deals that have moved") long moved,

        @Schema(description = "Deals that stay, because they lack what their stage of the newest version requires")
        long stayed,

        @Schema(description = "When no other deal was left any more", nullable = true)
        Instant finishedAt) {}
