package io.kehu.customer.figures;

import io.kehu.events.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The figures of a customer and everything below it. */
@Schema(
        description =
                "Figures of a customer and of all below it in its group 集团汇总, any depth, as the other contexts have"
                        + " told them. Only customers that the caller may see count. Sums stand apart by currency; none is"
                        + " converted. Amounts of contracts leave out customers whose totalRevenue a pool hides from the caller.")
public record GroupRollup(
        UUID customerId,

        @Schema(description = "Customers of the tree that count, this one included 客户数")
        int customers,

        @Schema(description = "Customers of the tree that the caller may not see, of which nothing counts 未计入客户数")
        int customersLeftOut,

        @Schema(
                description =
                        "Whether the tree has more customers than are looked at, those furthest below, of which nothing counts")
        boolean truncated,

        @Schema(description = "Contracts 合同数 that have been signed, also those completed, expired or terminated since")
        long contracts,

        @Schema(description = "Contracts that are signed or in progress 执行中合同数")
        long runningContracts,

        @Schema(description = "Amounts of the contracts that are signed or in progress 执行中合同金额")
        List<Money> runningContractAmount,

        @Schema(description = "Deals 成交次数: each signed contract is one")
        long deals,

        @Schema(description = "Revenue 历史合作金额: amounts of all signed contracts")
        List<Money> revenue,

        @Schema(description = "Opportunities in an open stage 进行中商机数")
        long openOpportunities,

        @Schema(description = "Stated amounts of the open opportunities 商机金额")
        List<Money> openOpportunityAmount,

        @Schema(description = "Open opportunities without an amount 未填金额商机数, which no sum contains")
        long openOpportunitiesWithoutAmount,

        @Schema(description = "Tickets that are neither resolved, closed nor dropped 未关闭服务请求数")
        long openTickets) {}
