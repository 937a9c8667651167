package io.kehu.contract;

import io.kehu.events.Money;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many contracts there are and what they are worth, as this service itself counts them. */
@Schema(description = "Number and amounts of contracts 合同统计, as far as the caller may see them")
public record ContractTotals(long count, Map<ContractStatus, StatusTotal> byStatus) {

    /** @param amounts sum per currency; contracts without an amount are in the count alone */
    public record StatusTotal(long count, List<Money> amounts) {}
}
