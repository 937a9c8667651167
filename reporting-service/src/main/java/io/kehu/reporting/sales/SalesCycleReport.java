package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Days from opening, or from entering a stage, to winning. A day is a calendar day of the period's time zone, because a close date has no hour. */
@ApplicationScoped
class SalesCycleReport {

    private final Closings closings;
    private final FreshnessReport freshness;
    private final GroupNames names;

    SalesCycleReport(Closings closings, FreshnessReport freshness, GroupNames names) {
        this.closings = closings;
        this.freshness = freshness;
        this.names = names;
    }

    /** @param fromStage null for from opening on */
    SalesCycle make(Period period, DealParameters deals, GroupBy groupBy, String fromStage) {
        deals.wantedCurrency();
        var about = freshness.about();
        var total = new Cycles();
        var groups = new HashMap<String, Cycles>();
        for (var cycle : closings.cycles(period, deals, groupBy, fromStage)) {
            total.add(cycle);
            groups.computeIfAbsent(cycle.group(), _ -> new Cycles()).add(cycle);
        }
        return new SalesCycle(
                about,
                period,
                groupBy,
                fromStage,
                total.row(null, null),
                groupBy == GroupBy.NONE ? List.of() : rows(groupBy, groups));
    }

    private List<SalesCycle.Row> rows(GroupBy groupBy, Map<String, Cycles> groups) {
        var ranked = RankedGroups.of(groupBy, groups, cycles -> BigDecimal.valueOf(cycles.deals()), Cycles::add);
        var named = names.of(groupBy.naming(), new ArrayList<>(ranked.keySet()));
        return ranked.entrySet().stream()
                .map(group -> group.getValue().row(group.getKey(), named.getOrDefault(group.getKey(), group.getKey())))
                .toList();
    }
}
