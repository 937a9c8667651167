package io.kehu.reporting.desk;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts tickets by what they are about, and how often the same customer comes again with the same. */
@ApplicationScoped
class CommonProblemsReport {

    /** The days before the period count for what is asked again in its first days. */
    private static final String PROBLEMS = """
            with asked as (
              select {key} as grp, t.customer_id, t.opened_at,
                     extract(epoch from t.resolved_at - t.opened_at) / 3600 as hours,
                     lag(t.opened_at) over (partition by {key}, t.customer_id order by t.opened_at, t.id) as before
                from ticket t
               where t.status not in ('REJECTED', 'DUPLICATE', 'CANCELLED') and {conditions} and {reach})
            select grp, count(*), sum(count(*)) over (), count(customer_id), count(distinct customer_id),
                   count(*) filter (where customer_id is not null and before >= opened_at - make_interval(days => {days})),
                   percentile_cont(0.5) within group (order by hours)
              from asked
             where {period}
             group by grp
             order by 2 desc, grp
             limit {top}""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    CommonProblemsReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    private record Line(
            String key, long tickets, long all, long known, long customers, long repeated, BigDecimal medianHours) {}

    CommonProblems make(Period period, TicketParameters tickets, ProblemGroup groupBy, int days, int top) {
        var about = freshness.about();
        var lines = lines(period, tickets, groupBy, days, top);
        var named = names.of(
                groupBy.naming(), new ArrayList<>(lines.stream().map(Line::key).toList()));
        var labels = Labels.ofRequest();
        var opened = period.records(tickets.records(), "openedAt");
        return new CommonProblems(
                about,
                period,
                groupBy,
                days,
                lines.isEmpty() ? 0 : lines.getFirst().all(),
                lines.stream()
                        .map(line -> problem(
                                line,
                                named.getOrDefault(line.key(), labels.name(groupBy, line.key())),
                                groupBy.records(opened, line.key())))
                        .toList());
    }

    private List<Line> lines(Period period, TicketParameters tickets, ProblemGroup groupBy, int days, int top) {
        var reach = period.from() == null
                ? period
                : new Period(period.from().minusDays(days), period.to(), period.timeZone());
        var question = Sql.of(
                PROBLEMS,
                Map.of(
                        "key", groupBy.key(),
                        "conditions", tickets.conditions(),
                        "reach", reach.holds("t.opened_at"),
                        "days", days,
                        "period", period.holds("opened_at"),
                        "top", top));
        return readModel.query(
                question,
                row -> new Line(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        Shares.rounded(row.getBigDecimal(7))));
    }

    private static CommonProblems.Problem problem(Line line, String name, RecordList records) {
        return new CommonProblems.Problem(
                line.key(),
                name,
                line.tickets(),
                Shares.share(line.tickets(), line.all()),
                line.customers(),
                line.repeated(),
                Shares.share(line.repeated(), line.known()),
                Interval.ofShare(line.repeated(), line.known()),
                line.medianHours(),
                records.address());
    }
}
