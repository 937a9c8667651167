package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How much is won per day at the pace of the period. */
@ApplicationScoped
class VelocityReport {

    private static final String OPEN = """
            select {key} as grp, count(*)
              from opportunity o {join}
             where {conditions} and {open}
             group by grp""";

    private final Closings closings;
    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    VelocityReport(Closings closings, ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.closings = closings;
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    Velocity make(Period period, DealParameters deals, GroupBy groupBy) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var groups = groups(period, deals, groupBy);
        var total = new Pace();
        groups.values().forEach(total::add);
        var amounts = total.closed().amounts();
        var currency = amounts.choose(wanted);
        var others = new TreeSet<>(amounts.currencies());
        others.remove(currency);
        var open = deals.records().with("stage.kind", "OPEN").unless(period.to());
        return new Velocity(
                about,
                period,
                groupBy,
                currency,
                others,
                total.row(null, null, currency, open.address()),
                groupBy == GroupBy.NONE ? List.of() : rows(groupBy, groups, currency, open, period));
    }

    private Map<String, Pace> groups(Period period, DealParameters deals, GroupBy groupBy) {
        var groups = new HashMap<String, Pace>();
        for (var closing : closings.of(period, deals, Holder.CREDITED, groupBy)) {
            groups.computeIfAbsent(closing.group(), _ -> new Pace()).add(closing);
        }
        var open = Sql.of(
                OPEN,
                Map.of(
                        "key", groupBy.key(period),
                        "join", groupBy.join(),
                        "conditions", deals.conditions(Holder.CREDITED),
                        "open", period.leavesOpen()));
        readModel.each(
                open,
                row -> groups.computeIfAbsent(row.getString(1), _ -> new Pace()).addOpen(row.getLong(2)));
        return groups;
    }

    private List<Velocity.Row> rows(
            GroupBy groupBy, Map<String, Pace> groups, String currency, RecordList open, Period period) {
        var ranked = RankedGroups.of(groupBy, groups, pace -> pace.perDay(currency), Pace::add);
        var named = names.of(groupBy.naming(), new ArrayList<>(ranked.keySet()));
        return ranked.entrySet().stream()
                .map(group -> group.getValue()
                        .row(
                                group.getKey(),
                                named.getOrDefault(group.getKey(), group.getKey()),
                                currency,
                                groupBy.records(open, group.getKey(), period).address()))
                .toList();
    }
}
