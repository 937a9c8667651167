package io.kehu.reporting.sales;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Won ÷ (won + lost) by close date; each deal is credited to whoever owned it when it was closed. */
@ApplicationScoped
class WinRateReport {

    private static final String CLOSED = """
            select {key} as grp, o.kind, o.currency, count(*), count(o.amount), sum(o.amount)
              from opportunity o {join}
             where o.kind in ('WON', 'LOST') and {conditions} and {period}
             group by grp, o.kind, o.currency""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    WinRateReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    private record Part(String key, String kind, String currency, long deals, long priced, BigDecimal amount) {}

    WinRate make(Period period, DealParameters deals, GroupBy groupBy) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var groups = new HashMap<String, ClosedDeals>();
        for (var part : parts(period, deals, groupBy)) {
            groups.computeIfAbsent(part.key(), _ -> new ClosedDeals())
                    .add(part.kind(), part.deals(), part.currency(), part.priced(), part.amount());
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

    private List<Part> parts(Period period, DealParameters deals, GroupBy groupBy) {
        var question = Sql.of(
                CLOSED,
                Map.of(
                        "key", groupBy.key(period),
                        "join", groupBy.join(),
                        "conditions", deals.conditions(Holder.CREDITED),
                        "period", period.holds("o.closed_at")));
        return readModel.query(
                question,
                row -> new Part(
                        groupBy.tell(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBigDecimal(6)));
    }

    private static String closed(Period period, DealParameters deals, GroupBy groupBy, String key) {
        var closed = period.records(deals.records().where("stage.kind=in=(WON,LOST)"), "closedAt");
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
