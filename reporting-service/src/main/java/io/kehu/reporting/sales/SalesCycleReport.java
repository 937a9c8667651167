package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Days from opening to winning. A day is a calendar day of the period's time zone, because a close date has no hour. */
@ApplicationScoped
class SalesCycleReport {

    private static final String CYCLES = """
            with won as (
              select {key} as grp,
                     (o.closed_at at time zone {zone})::date - (o.opened_at at time zone {zone})::date as days
                from opportunity o {join}
               where o.kind = 'WON' and {conditions} and {period})
            select {group}, count(days), count(*) - count(days), avg(days),
                   percentile_cont(0.5) within group (order by days),
                   percentile_cont(0.9) within group (order by days)
              from won
             group by grouping sets ({groups})""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    SalesCycleReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    private record Line(boolean total, SalesCycle.Row row) {}

    SalesCycle make(Period period, DealParameters deals, GroupBy groupBy) {
        deals.wantedCurrency();
        var about = freshness.about();
        var lines = lines(period, deals, groupBy);
        var total = lines.stream().filter(Line::total).findFirst().orElseThrow().row();
        var groups = lines.stream().filter(line -> !line.total()).map(Line::row).toList();
        return new SalesCycle(about, period, groupBy, total, named(groupBy, groups));
    }

    private List<Line> lines(Period period, DealParameters deals, GroupBy groupBy) {
        var question = Sql.of(
                CYCLES,
                Map.of(
                        "key", groupBy.key(period),
                        "join", groupBy.join(),
                        "zone", period.zone(),
                        "conditions", deals.conditions(Holder.CREDITED),
                        "period", period.holds("o.closed_at"),
                        "group", Sql.of(groupBy == GroupBy.NONE ? "true, null" : "grouping(grp) = 1, grp"),
                        "groups", Sql.of(groupBy == GroupBy.NONE ? "()" : "(), (grp)")));
        return readModel.query(question, row -> {
            var key = groupBy.tell(row.getString(2));
            return new Line(
                    row.getBoolean(1),
                    new SalesCycle.Row(
                            key,
                            key,
                            row.getLong(3),
                            row.getLong(4),
                            Shares.rounded(row.getBigDecimal(5)),
                            Shares.rounded(row.getBigDecimal(6)),
                            Shares.rounded(row.getBigDecimal(7))));
        });
    }

    private List<SalesCycle.Row> named(GroupBy groupBy, List<SalesCycle.Row> groups) {
        var named = names.of(
                groupBy.naming(), groups.stream().map(SalesCycle.Row::key).toList());
        var byKey = Comparator.comparing(SalesCycle.Row::key, Comparator.nullsLast(Comparator.naturalOrder()));
        var byDeals = Comparator.comparingLong(SalesCycle.Row::deals).reversed();
        return groups.stream()
                .map(row -> new SalesCycle.Row(
                        row.key(),
                        named.getOrDefault(row.key(), row.key()),
                        row.deals(),
                        row.withoutDates(),
                        row.meanDays(),
                        row.medianDays(),
                        row.p90Days()))
                .sorted(groupBy.temporal() ? byKey : byDeals.thenComparing(byKey))
                .toList();
    }
}
