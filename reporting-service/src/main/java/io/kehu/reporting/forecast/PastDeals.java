package io.kehu.reporting.forecast;

import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import io.kehu.reporting.sales.Closings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;

/** What history tells a forecast: how deals stood when each month began, what became of them, and what was won. */
@ApplicationScoped
class PastDeals {

    private static final String OBSERVED = """
            select s.month, nullif(l.pipeline, ''), nullif(l.stage, ''), s.age, s.currency, s.won_in, sum(s.deals), sum(s.priced),
                   sum(s.amount), sum(s.won_amount), sum(s.due_amount * l.probability / 100) filter (where s.due > 0)
              from (
                select month, place_id, age, currency, won_in, sum(deals) as deals, sum(priced) as priced, sum(amount) as amount,
                       sum(won_amount) as won_amount, sum(due) as due, sum(due_amount) as due_amount
                  from ({seen}) s
                 group by 1, 2, 3, 4, 5) s
              join place l on l.id = s.place_id
             group by 1, 2, 3, 4, 5, 6
            having sum(s.deals) > 0""";

    /** Each deal once for each beginning of a month at which it was open; here these are numbered from 0. */
    private static final String EACH = """
            select {earliest} + s.month as month, s.place_id, s.age, s.currency, s.won_in, s.times * count(*) as deals,
                   s.times * count(s.amount) as priced, s.times * coalesce(sum(s.amount), 0) as amount,
                   s.times * coalesce(sum(s.won_amount) filter (where s.won_in is not null), 0) as won_amount,
                   s.times * count(s.amount) filter (where s.due) as due,
                   s.times * coalesce(sum(s.amount) filter (where s.due), 0) as due_amount
              from (
                select s.month, s.place_id, s.currency, s.times, s.amount, s.won_amount,
                       cardinality(m.limits) - width_bucket(s.opened_at, m.limits) as age,
                       case when s.won_month - s.month < 12 then s.won_month - s.month + 1 end as won_in,
                       s.expected_close >= m.day and s.expected_close < m.beyond as due
                  from (
                    select s.place_id, s.currency, s.times, s.opened_at, s.amount, s.won_amount, s.expected_close,
                           generate_series(
                             width_bucket(s.starts_at - interval '1 microsecond', {turns}),
                             width_bucket(least(s.ends_at, {at}) - interval '1 microsecond', {turns}) - 1) as month,
                           case when s.told then width_bucket(s.won_at, {turns}) - 1 end as won_month
                      from ({stays}) s
                     where s.starts_at < {at} and s.ends_at > {begin} and {narrowed}) s
                  join ({months}) m on m.month = s.month) s
             group by s.month, s.place_id, s.age, s.currency, s.won_in, s.times""";

    private static final String ALL = """
            select *, 1 as times, won_at < {at} as told from stay""";

    /** What was to come of deals after the instant is not to be told. */
    private static final String BALANCED = """
            select month, place_id, age, currency, case when month + won_in <= {present} + 1 then won_in end as won_in, deals, priced,
                   amount, case when month + won_in <= {present} + 1 then won_amount else 0 end as won_amount, due, due_amount
              from (
                select month, place_id, age, currency, won_in, sum(deals) as deals, sum(priced) as priced, sum(amount) as amount,
                       sum(won_amount) as won_amount, sum(due) as due, sum(due_amount) as due_amount
                  from stay_balance
                 where month between {earliest} and {latest} and {groups}
                 group by 1, 2, 3, 4, 5) b
            union all
            """ + EACH;

    /** What balances lack, and what they tell of this month too early: that is taken back and told without its end. */
    private static final String REMAINING = """
            select *, 1 as times, false as told from stay where ends_at = 'infinity' and starts_at <= {begun}
            union all
            select s.*, t.times, t.times < 0
              from stay s
             cross join (values (1), (-1)) t (times)
             where s.ends_at < 'infinity' and s.won_at >= {at} and s.won_at < {next}
               and s.opportunity_id in (select opportunity_id from closing where closed_on >= {day} and closed_on < {nextDay})""";

    /** Days are those of the time zone of reports that name none, which begin within a day of these. */
    private static final String OPENED_LATER = """
            select month_number(o.closed_at, {zone}), count(o.amount), sum(o.amount)
              from closing o join place l on l.id = o.place_id
             where l.kind = 'WON' and l.currency = {currency} and o.opened_at > {at} and o.closed_on >= {day}::date - 1
               and {closings}
             group by 1""";

    private final ReadModel readModel;
    private final Closings closings;

    PastDeals(ReadModel readModel, Closings closings) {
        this.readModel = readModel;
        this.closings = closings;
    }

    List<Observation> observed(ForecastQuestion question) {
        var parts = question.parts();
        parts.put("stays", Sql.of(question.balanced() ? REMAINING : ALL, parts));
        parts.put("seen", Sql.of(question.balanced() ? BALANCED : EACH, parts));
        return readModel.query(Sql.of(OBSERVED, parts), PastDeals::observation);
    }

    private static Observation observation(ResultSet row) throws SQLException {
        return new Observation(
                row.getInt(1),
                new AgedStage(row.getString(2), row.getString(3), row.getObject(4, Integer.class)),
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
        closings
                .of(
                        new Period(question.earliest(), null, question.zone()),
                        question.deals(),
                        Holder.OWNER,
                        GroupBy.MONTH)
                .stream()
                .filter(closing -> closing.kind().equals("WON") && currency.equals(closing.currency()))
                .forEach(closing -> won.add(
                        ForecastQuestion.number(YearMonth.parse(closing.group()).atDay(1)),
                        closing.priced(),
                        closing.amount()));
        return won;
    }

    /** What was won of deals that had not been opened yet. */
    WonMonths openedLater(ForecastQuestion question, String currency) {
        var parts = question.parts();
        parts.put("currency", currency);
        var won = WonMonths.empty();
        readModel.each(
                Sql.of(OPENED_LATER, parts), row -> won.add(row.getInt(1), row.getLong(2), row.getBigDecimal(3)));
        return won;
    }
}
