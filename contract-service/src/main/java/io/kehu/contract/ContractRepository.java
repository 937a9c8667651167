package io.kehu.contract;

import io.kehu.contract.ContractTotals.StatusTotal;
import io.kehu.events.Money;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

@ApplicationScoped
class ContractRepository extends AggregateRepository<Contract> {

    ContractRepository() {
        super(
                Contract.class,
                Listing.of(Contract.class)
                        .filters(
                                "name",
                                "owner",
                                "team",
                                "customerId",
                                "opportunityId",
                                "approval",
                                "status",
                                "amount",
                                "amountCurrency",
                                "signedOn",
                                "startsOn",
                                "endsOn",
                                "submittedBy",
                                "approvedBy")
                        .sorts("name", "amount", "signedOn", "startsOn", "endsOn")
                        .searches("name", "number"));
    }

    ContractTotals totals() {
        var byStatus = new EnumMap<ContractStatus, StatusTotal>(ContractStatus.class);
        for (var status : ContractStatus.values()) {
            byStatus.put(status, new StatusTotal(0, List.of()));
        }
        sums().forEach(sum -> byStatus.computeIfPresent(sum.status(), (_, total) -> add(total, sum)));
        return new ContractTotals(
                byStatus.values().stream().mapToLong(StatusTotal::count).sum(), byStatus);
    }

    private List<Sum> sums() {
        return getEntityManager().createQuery("""
                        select c.status, c.amountCurrency, count(c), sum(c.amount) from Contract c
                        where c.deletedAt is null group by c.status, c.amountCurrency
                        order by c.amountCurrency""", Sum.class).getResultList();
    }

    private static StatusTotal add(StatusTotal total, Sum sum) {
        var amounts = new ArrayList<>(total.amounts());
        if (sum.currency() != null) {
            amounts.add(new Money(sum.amount(), sum.currency()));
        }
        return new StatusTotal(total.count() + sum.count(), List.copyOf(amounts));
    }

    /** Contracts of one status and currency; the currency is null where no amount has been stated. */
    private record Sum(ContractStatus status, String currency, long count, BigDecimal amount) {}
}
