package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Won ÷ (won + lost) by close date; each deal is credited to whoever owned it when it was closed. */
@ApplicationScoped
class WinRateReport {

    private final Closings closings;
    private final FreshnessReport freshness;
    private final GroupNames names;

    WinRateReport(Closings closings, FreshnessReport freshness, GroupNames names) {
        this.closings = closings;
        this.freshness = freshness;
        this.names = names;
    }

    WinRate make(Period period, DealParameters deals, GroupBy groupBy) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var groups = new HashMap<String, ClosedDeals>();
        for (var closing : closings.of(period, deals, Holder.CREDITED, groupBy)) {
            groups.computeIfAbsent(closing.group(), _ -> new ClosedDeals()).add(closing);
        }
        var total = groups.values().stream().reduce(new ClosedDeals(), ClosedDeals::add);
        var currency = total.amounts().choose(wanted);
        var others = new TreeSet<>(total.amounts().currencies());
        others.remove(currency);
        return new WinRate(
                about,
                period,
                groupBy,
                currency,
                others,
                total.row(null, null, currency, closed(period, deals, GroupBy.NONE, null)),
                groupBy == GroupBy.NONE ? List.of() : rows(groupBy, groups, currency, deals, period));
    }

    private static String closed(Period period, DealParameters deals, GroupBy groupBy, String key) {
        var closed = period.records(deals.records().where("stage.kind=in=(WON,AFTER_SALES,LOST)"), "closedAt");
        return groupBy.records(closed, key, period).address();
    }

    private List<WinRate.Row> rows(
            GroupBy groupBy, Map<String, ClosedDeals> groups, String currency, DealParameters deals, Period period) {
        var named = names.of(groupBy.naming(), new ArrayList<>(groups.keySet()));
        var byKey = Comparator.comparing(WinRate.Row::key, Comparator.nullsLast(Comparator.naturalOrder()));
        var byAmount = Comparator.comparing((WinRate.Row row) -> row.wonAmount().amount())
                .reversed();
        return groups.entrySet().stream()
                .map(group -> group.getValue()
                        .row(
                                group.getKey(),
                                named.getOrDefault(group.getKey(), group.getKey()),
                                currency,
                                closed(period, deals, groupBy, group.getKey())))
                .sorted(groupBy.temporal() ? byKey : byAmount.thenComparing(byKey))
                .toList();
    }
}
