package io.kehu.customer;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What other contexts' events say of a customer; changes of it are no changes of the customer. */
@Schema(description = "Figures from other contexts, outside version and ETag")
public record CustomerFigures(
        @Schema(description = "Last follow-up 最近跟进时间") Instant lastFollowUpAt,

        @Schema(description = "Kind of the last follow-up 最近跟进方式", examples = "CALL")
        String lastFollowUpMethod,

        @Schema(description = "First signed contract 首次合作时间")
        Instant firstDealAt,

        @Schema(description = "Last signed contract 最近成交时间") Instant lastDealAt,
        @Schema(description = "Open opportunities 进行中商机") int openOpportunities,

        @Schema(
                description =
                        "When the rules of a pool take the customer back 预计回收时间; known from the pool's warning days before")
        Instant recycleAt) {}
