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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Counts lost deals by reason; each is credited to whoever owned it when it was lost. */
@ApplicationScoped
class LostReasonsReport {

    private static final String LOST = """
            select {key} as grp, coalesce(o.lost_reason, 'NOT_RECORDED'), o.currency, count(*), count(o.amount), sum(o.amount)
              from opportunity o {join}
             where o.kind = 'LOST' and {conditions} and {period}
             group by grp, coalesce(o.lost_reason, 'NOT_RECORDED'), o.currency""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    LostReasonsReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    LostReasons make(Period period, DealParameters deals, GroupBy groupBy) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var all = new LossTally();
        var groups = new HashMap<String, LossTally>();
        readModel.query(question(period, deals, groupBy), row -> {
            var group = groups.computeIfAbsent(groupBy.tell(row.getString(1)), _ -> new LossTally());
            for (var tally : List.of(all, group)) {
                tally.add(row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getBigDecimal(6));
            }
            return group;
        });
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

    private static Sql question(Period period, DealParameters deals, GroupBy groupBy) {
        return Sql.of(
                LOST,
                Map.of(
                        "key", groupBy.key(period),
                        "join", groupBy.join(),
                        "conditions", deals.conditions(Holder.CREDITED),
                        "period", period.holds("o.closed_at")));
    }

    private List<LostReasons.Group> rows(
            GroupBy groupBy, Map<String, LossTally> groups, String currency, RecordList lost, Period period) {
        var named = names.of(groupBy.naming(), new ArrayList<>(groups.keySet()));
        var labels = names.labelsOfLosses();
        var byKey = Comparator.comparing(LostReasons.Group::key, Comparator.nullsLast(Comparator.naturalOrder()));
        var byCount = Comparator.comparingLong(LostReasons.Group::lost).reversed();
        return groups.entrySet().stream()
                .map(group -> new LostReasons.Group(
                        group.getKey(),
                        named.getOrDefault(group.getKey(), group.getKey()),
                        group.getValue().lost(),
                        group.getValue().rows(currency, labels, groupBy.records(lost, group.getKey(), period))))
                .sorted(groupBy.temporal() ? byKey : byCount.thenComparing(byKey))
                .toList();
    }
}
