package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts lost deals by reason; each is credited to whoever owned it when it was lost. */
@ApplicationScoped
class LostReasonsReport {

    private final Closings closings;
    private final FreshnessReport freshness;
    private final GroupNames names;

    LostReasonsReport(Closings closings, FreshnessReport freshness, GroupNames names) {
        this.closings = closings;
        this.freshness = freshness;
        this.names = names;
    }

    LostReasons make(Period period, DealParameters deals, GroupBy groupBy) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var all = new LossTally();
        var groups = new HashMap<String, LossTally>();
        for (var lost : closings.lost(period, deals, groupBy)) {
            all.add(lost);
            groups.computeIfAbsent(lost.group(), _ -> new LossTally()).add(lost);
        }
        var currency = all.amounts().choose(wanted);
        var others = new TreeSet<>(all.amounts().currencies());
        others.remove(currency);
        var labels = names.labelsOfLosses();
        var lost = period.records(deals.records().with("stage.kind", "LOST"), "closedAt");
        return new LostReasons(
                about,
                period,
                groupBy,
                currency,
                others,
                all.lost(),
                all.rows(currency, labels, lost),
                groupBy == GroupBy.NONE ? List.of() : rows(groupBy, groups, currency, lost, period));
    }

    private List<LostReasons.Group> rows(
            GroupBy groupBy, Map<String, LossTally> groups, String currency, RecordList lost, Period period) {
        var ranked = RankedGroups.of(groupBy, groups, losses -> BigDecimal.valueOf(losses.lost()), LossTally::add);
        var named = names.of(groupBy.naming(), new ArrayList<>(ranked.keySet()));
        var labels = names.labelsOfLosses();
        return ranked.entrySet().stream()
                .map(group -> new LostReasons.Group(
                        group.getKey(),
                        named.getOrDefault(group.getKey(), group.getKey()),
                        group.getValue().lost(),
                        group.getValue().rows(currency, labels, groupBy.records(lost, group.getKey(), period))))
                .toList();
    }
}
