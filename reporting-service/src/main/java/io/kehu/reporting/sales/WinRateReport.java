package io.kehu.reporting.sales;

import io.kehu.reporting.Credit;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Won ÷ (won + lost) by close date; each deal is credited to whoever owned it when it was closed, or to those who share it. */
@ApplicationScoped
class WinRateReport {

    private final Closings closings;
    private final SplitClosings splits;
    private final FreshnessReport freshness;
    private final GroupNames names;

    WinRateReport(Closings closings, SplitClosings splits, FreshnessReport freshness, GroupNames names) {
        this.closings = closings;
        this.splits = splits;
        this.freshness = freshness;
        this.names = names;
    }

    WinRate make(Period period, DealParameters deals, GroupBy groupBy, Credit credit) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var groups = groups(period, deals, groupBy, credit);
        var total = credit == Credit.SPLIT
                ? groups(period, deals, GroupBy.NONE, credit).getOrDefault(null, new ClosedDeals())
                : groups.values().stream().reduce(new ClosedDeals(), ClosedDeals::add);
        var currency = total.amounts().choose(wanted);
        var others = new TreeSet<>(total.amounts().currencies());
        others.remove(currency);
        return new WinRate(
                about,
                period,
                groupBy,
                credit,
                currency,
                others,
                total.row(null, null, currency, closed(period, deals, credit).address()),
                groupBy == GroupBy.NONE
                        ? List.of()
                        : rows(groupBy, groups, currency, closed(period, deals, credit), period));
    }

    private Map<String, ClosedDeals> groups(Period period, DealParameters deals, GroupBy groupBy, Credit credit) {
        var groups = new HashMap<String, ClosedDeals>();
        var closed = credit == Credit.SPLIT
                ? splits.of(period, deals, groupBy)
                : closings.of(period, deals, Holder.CREDITED, groupBy);
        for (var closing : closed) {
            groups.computeIfAbsent(closing.group(), _ -> new ClosedDeals()).add(closing);
        }
        return groups;
    }

    /** Lists of deals know no shares. */
    private static RecordList closed(Period period, DealParameters deals, Credit credit) {
        var closed = period.records(deals.records().where("stage.kind=in=(WON,AFTER_SALES,LOST)"), "closedAt");
        return credit == Credit.SPLIT ? closed.beyond() : closed;
    }

    private List<WinRate.Row> rows(
            GroupBy groupBy, Map<String, ClosedDeals> groups, String currency, RecordList closed, Period period) {
        var ranked = RankedGroups.of(groupBy, groups, deals -> deals.wonAmount(currency), ClosedDeals::add);
        var named = names.of(groupBy.naming(), new ArrayList<>(ranked.keySet()));
        return ranked.entrySet().stream()
                .map(group -> group.getValue()
                        .row(
                                group.getKey(),
                                named.getOrDefault(group.getKey(), group.getKey()),
                                currency,
                                groupBy.records(closed, group.getKey(), period).address()))
                .toList();
    }
}
