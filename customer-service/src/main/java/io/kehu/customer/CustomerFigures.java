package io.kehu.customer;

import io.kehu.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What other contexts' events say of a customer; changes of it are no changes of the customer. */
@Schema(description = "Figures from other contexts, outside version and ETag")
public record CustomerFigures(
        @Schema(description = "Last follow-up 最近跟进时间: the latest activity that is not deleted")
        Instant lastFollowUpAt,

        @Schema(description = "Kind of the last follow-up 最近跟进方式", examples = "CALL")
        String lastFollowUpMethod,

        @Schema(description = "The last follow-up; what was said 最近跟进内容 is at /v1/activities/{id}")
        UUID lastFollowUpId,

        @Schema(description = "Results of the last follow-up 最近跟进结果", examples = "[\"NEEDS_FOLLOW_UP\"]")
        Set<String> lastFollowUpResults,

        @Schema(description = "First signed contract 首次合作时间")
        Instant firstDealAt,

        @Schema(description = "Last signed contract 最近成交时间") Instant lastDealAt,

        @Schema(description = "Signed contracts 成交次数, also those completed, expired or terminated since")
        int dealCount,

        @Schema(description = "Amounts of the signed contracts 历史合作金额, one sum for each currency")
        List<Money> totalRevenue,

        @Schema(
                description =
                        "Sum of the signed contracts in the company's currency 历史合作金额（本位币）; others are not converted")
        Money baseRevenue,

        @Schema(description = "Products of the signed contracts 合作产品/服务")
        List<PurchasedProduct> purchasedProducts,

        @Schema(description = "Open opportunities 进行中商机") int openOpportunities,

        @Schema(
                description = "Sales progress 销售进展: stage of the open opportunity with the best chance, or of the one"
                        + " that was closed last if none is open",
                examples = "报价 Quotation")
        String salesProgress,

        @Schema(description = "Chance of winning that opportunity in percent 赢单概率")
        Integer salesProbability,

        @Schema(description = "Tickets that are neither resolved, closed nor dropped 未关闭服务请求")
        int openTickets,

        @Schema(description = "Score of the last answered survey 客户反馈", examples = "4")
        Integer lastFeedbackScore,

        @Schema(description = "When that was answered 反馈时间") Instant lastFeedbackAt,

        @Schema(
                description =
                        "When the rules of a pool take the customer back 预计回收时间; known from the pool's warning days before")
        Instant recycleAt) {}
