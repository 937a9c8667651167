package io.kehu.reporting.forecast;

import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What history tells a forecast: how deals stood when each month began, what became of them, and what was won. */
@ApplicationScoped
class PastDeals {

    /** Each deal once for each beginning of a month at which it was open. */
    private static final String OBSERVED = """
            with standing as (
              select o.opened_at, o.closed_at, o.kind, o.amount as end_amount, o.currency as end_currency, p.pipeline, p.stage,
                     p.amount, p.currency, p.probability, p.expected_close,
                     month_number(p.starts_at - interval '1 microsecond', {zone}) + 1 as first_month,
                     month_number(least(p.ends_at, o.closed_at, {at}) - interval '1 microsecond', {zone}) as last_month
                from opportunity_period p join opportunity o on o.id = p.opportunity_id
               where p.kind = 'OPEN' and p.starts_at < {at} and (p.ends_at is null or p.ends_at > {begin}) and {conditions}
              union all
              select o.opened_at, o.closed_at, o.kind, o.amount, o.currency, null, null, null, null, null, null,
                     month_number(o.opened_at - interval '1 microsecond', {zone}) + 1,
                     month_number(least(o.known_from, o.closed_at, {at}) - interval '1 microsecond', {zone})
                from opportunity o
               where o.opened_at < {at} and (o.closed_at is null or o.closed_at > {begin})
                 and (o.known_from is null or o.known_from > o.opened_at) and {conditions}),
            observed as (
              select s.*, m.month, make_date(m.month / 12, m.month % 12 + 1, 1) as day,
                     case when s.kind = 'WON' and s.closed_at < {at}
                       then month_number(s.closed_at, {zone}) - m.month + 1
                     end as won_in
                from standing s
               cross join lateral generate_series(greatest(s.first_month, {earliest}), s.last_month) m (month))
            select month, pipeline, stage, width_bucket(day - (opened_at at time zone {zone})::date, {bands}),
                   coalesce(currency, end_currency), case when won_in <= 12 then won_in end, count(*), count(amount),
                   coalesce(sum(amount), 0), coalesce(sum(end_amount) filter (where won_in <= 12), 0),
                   sum(amount * probability / 100)
                     filter (where expected_close >= day and expected_close < day + interval '3 months')
              from observed
             group by 1, 2, 3, 4, 5, 6""";

    private static final String WON = """
            select month_number(o.closed_at, {zone}), o.currency, count(o.amount), sum(o.amount)
              from opportunity o
             where o.kind = 'WON' and o.closed_at >= {begin} and o.amount is not null and {conditions}
             group by 1, 2""";

    private final ReadModel readModel;

    PastDeals(ReadModel readModel) {
        this.readModel = readModel;
    }

    List<Observation> observed(ForecastQuestion question) {
        return readModel.query(Sql.of(OBSERVED, question.parts()), PastDeals::observation);
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getInt(1),
                new Standing(row.getString(2), row.getString(3), row.getObject(4, Integer.class)),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getLong(7),
                row.getLong(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11));
    }

    WonMonths won(ForecastQuestion question, String currency) {
        var won = WonMonths.empty();
        readModel
                .query(
                        Sql.of(WON, question.parts()),
                        row -> new Month(row.getInt(1), row.getString(2), row.getLong(3), row.getBigDecimal(4)))
                .stream()
                .filter(month -> month.currency().equals(currency))
                .forEach(month -> won.add(month.number(), month.priced(), month.amount()));
        return won;
    }

    private record Month(int number, String currency, long priced, BigDecimal amount) {}
}
