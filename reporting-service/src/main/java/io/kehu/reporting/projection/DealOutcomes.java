package io.kehu.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what sales reports count in narrow rows: which deals were won or lost, and how deals stood when months began. It is
 * worked out anew for the deals of a batch; only what differs is written, and booked to balances.
 */
final class DealOutcomes {

    /** Only what has none yet, because each attempt uses up a number. */
    private static final String NUMBER_TRAITS = """
            insert into trait (product_id, source, campaign_id, lost_reason)
            select distinct product_id, source, campaign_id, lost_reason
              from opportunity o
             where id = any (?) and kind in ('WON', 'LOST')
               and not exists (
                 select from trait t
                  where coalesce(t.product_id::text, '') = coalesce(o.product_id::text, '')
                    and coalesce(t.source, '') = coalesce(o.source, '')
                    and coalesce(t.campaign_id::text, '') = coalesce(o.campaign_id::text, '')
                    and coalesce(t.lost_reason, '') = coalesce(o.lost_reason, ''))
             order by 1, 2, 3, 4
            on conflict do nothing""";

    /** In one statement, and in one order, so that two batches that book to the same balances cannot block each other. */
    private static final String CLOSE = """
            with derived as materialized (
              select * from derived_closing where opportunity_id = any (?)),
            known as materialized (
              select * from closing where opportunity_id = any (?)),
            gone as (
              delete from closing c using (select * from known except select * from derived) old
               where c.opportunity_id = old.opportunity_id
              returning c.*),
            come as (
              insert into closing select * from derived except select * from known
              returning *)
            insert into closing_balance as known
              (since, credit_id, place_id, of_days, days, deals, priced, amount, dated, all_days)
            select case grouping(month) when 0 then month else year end as since, credit_id, place_id, grouping(month) = 1,
                   days, sum(deals), coalesce(sum(deals) filter (where amount is not null), 0),
                   coalesce(sum(deals * amount), 0), coalesce(sum(deals) filter (where took is not null), 0),
                   coalesce(sum(deals * took), 0)
              from (
                select date_trunc('month', closed_on::timestamp)::date as month,
                       date_trunc('year', closed_on::timestamp)::date as year, credit_id, place_id, days, days as took, amount,
                       deals
                  from (select 1 as deals, * from come union all select -1, * from gone) moved) moved
             group by credit_id, place_id, grouping sets ((month), (year, days))
             order by 1, 2, 3, 4, 5
            on conflict (since, credit_id, place_id, of_days, days) do update set
              deals = known.deals + excluded.deals, priced = known.priced + excluded.priced,
              amount = known.amount + excluded.amount, dated = known.dated + excluded.dated,
              all_days = known.all_days + excluded.all_days""";

    /** As {@link #CLOSE}; what still lasts is seen at more months than anybody could book. */
    private static final String STAY = """
            with derived as materialized (
              select * from derived_stay where opportunity_id = any (?)),
            known as materialized (
              select * from stay where opportunity_id = any (?)),
            gone as (
              delete from stay s using (select * from known except select * from derived) old
               where s.opportunity_id = old.opportunity_id and s.starts_at = old.starts_at
              returning s.*),
            come as (
              insert into stay select * from derived except select * from known
              returning *)
            insert into stay_balance as known
              (month, group_id, place_id, age, currency, won_in, deals, priced, amount, won_amount, due, due_amount)
            select n.month, s.group_id, s.place_id, n.age, s.currency, n.won_in, sum(s.deals),
                   coalesce(sum(s.deals) filter (where s.amount is not null), 0), coalesce(sum(s.deals * s.amount), 0),
                   coalesce(sum(s.deals * s.won_amount) filter (where n.won_in is not null), 0),
                   coalesce(sum(s.deals) filter (where n.due and s.amount is not null), 0),
                   coalesce(sum(s.deals * s.amount) filter (where n.due), 0)
              from (select 1 as deals, * from come union all select -1, * from gone) s
             cross join lateral
               sights(s.starts_at, s.ends_at, s.opened_at, s.won_at, s.expected_close, 'Asia/Shanghai') n
             where s.ends_at < 'infinity'
             group by 1, 2, 3, 4, 5, 6
             order by 1, 2, 3, 4, 5, 6
            on conflict (month, group_id, place_id, age, currency, won_in) do update set
              deals = known.deals + excluded.deals, priced = known.priced + excluded.priced,
              amount = known.amount + excluded.amount, won_amount = known.won_amount + excluded.won_amount,
              due = known.due + excluded.due, due_amount = known.due_amount + excluded.due_amount""";

    private static final Derivation DERIVATION = new Derivation(List.of(NUMBER_TRAITS, CLOSE, STAY));

    private DealOutcomes() {}

    /** @param opportunities whose rows the caller has locked, and whose periods and numbers it has kept */
    static void keep(Connection connection, Collection<UUID> opportunities) throws SQLException {
        DERIVATION.workOut(connection, opportunities);
    }
}
