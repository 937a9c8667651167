package io.kehu.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what the funnel counts, one number for each group of deals, place and fate, so that a million deals need not be read to
 * count them. It is worked out anew for the deals of a batch; only what differs is written, and booked to its months' balances.
 */
final class Standings {

    /** Only what has none yet, because each attempt uses up a number; likewise below. */
    private static final String NUMBER_GROUPS = """
            insert into deal_group (owner, team, pipeline)
            select owner, team, pipeline from opportunity where id = any (?)
            except
            select owner, team, pipeline from deal_group
             order by 1, 2, 3
            on conflict do nothing""";

    private static final String NUMBER_CREDITS = """
            insert into credit (owner, team, pipeline, credit_owner, credit_team)
            select owner, team, pipeline, credit_owner, credit_team
              from (
                select owner, team, pipeline, owner as credit_owner, team as credit_team from opportunity where id = any (?)
                union
                select owner, team, pipeline, credit_owner, credit_team from opportunity where id = any (?)
                union
                select o.owner, o.team, h.pipeline, p.owner, p.team
                  from opportunity o
                  join opportunity_period p on p.opportunity_id = o.id
                 cross join lateral (values (o.pipeline), (p.pipeline)) h (pipeline)
                 where o.id = any (?)) o
             where not exists (
               select from credit c
                where coalesce(c.owner, '') = coalesce(o.owner, '') and coalesce(c.team, '') = coalesce(o.team, '')
                  and coalesce(c.pipeline, '') = coalesce(o.pipeline, '')
                  and coalesce(c.credit_owner, '') = coalesce(o.credit_owner, '')
                  and coalesce(c.credit_team, '') = coalesce(o.credit_team, ''))
             order by 1, 2, 3, 4, 5
            on conflict do nothing""";

    private static final String NUMBER_PLACES = """
            insert into place (pipeline, stage, stage_order, kind, currency, probability)
            select pipeline, stage, stage_order, kind, currency, probability from opportunity where id = any (?)
            union
            select pipeline, stage, stage_order, kind, currency, probability
              from opportunity_period
             where opportunity_id = any (?) and place_id is null
            except
            select pipeline, stage, stage_order, kind, currency, probability from place
             order by 1, 2, 3, 4, 5, 6
            on conflict do nothing""";

    private static final String TAKE_NUMBERS = """
            update opportunity o
               set place_id = l.id, group_id = g.id
              from place l, deal_group g
             where o.id = any (?) and (o.place_id, o.group_id) is distinct from (l.id, g.id)
               and l.pipeline = o.pipeline and l.stage = o.stage and l.stage_order = o.stage_order and l.kind = o.kind
               and coalesce(l.currency, '') = coalesce(o.currency, '')
               and coalesce(l.probability, -1) = coalesce(o.probability, -1)
               and coalesce(g.owner, '') = coalesce(o.owner, '') and coalesce(g.team, '') = coalesce(o.team, '')
               and coalesce(g.pipeline, '') = coalesce(o.pipeline, '')""";

    private static final String TAKE_NUMBERS_OF_PERIODS = """
            update opportunity_period p
               set place_id = l.id
              from place l
             where p.opportunity_id = any (?) and p.place_id is null
               and l.pipeline = p.pipeline and l.stage = p.stage and l.stage_order = p.stage_order and l.kind = p.kind
               and coalesce(l.currency, '') = coalesce(p.currency, '')
               and coalesce(l.probability, -1) = coalesce(p.probability, -1)""";

    private static final String NUMBER_FATES = """
            insert into fate (advanced, outcome, lost_reason)
            select p.advanced, o.kind, o.lost_reason
              from opportunity o join opportunity_period p on p.opportunity_id = o.id
             where o.id = any (?)
            except
            select advanced, outcome, lost_reason from fate
             order by 1, 2, 3
            on conflict do nothing""";

    /** In one statement, and in one order, so that two batches that book to the same balances cannot block each other. */
    private static final String ENTER = """
            with derived as materialized (
              select * from derived_entry where opportunity_id = any (?)),
            known as materialized (
              select * from entry where opportunity_id = any (?)),
            gone as (
              delete from entry e using (select * from known except select * from derived) old
               where e.opportunity_id = old.opportunity_id and e.entered_at = old.entered_at and e.place_id = old.place_id
              returning e.*),
            come as (
              insert into entry select * from derived except select * from known
              returning *)
            insert into entry_balance as known (month, group_id, place_id, of_days, keys, deals)
            select month, group_id, place_id, of_days, array_agg(key order by key), array_agg(deals order by key)
              from (
                select date_trunc('month', entered_at at time zone 'UTC')::date as month, group_id, place_id,
                       grouping(hundredths) = 0 as of_days, coalesce(fate_id, hundredths) as key, sum(deals)::integer as deals
                  from (select 1 as deals, * from come union all select -1, * from gone) moved
                 group by 1, 2, 3, grouping sets (fate_id, hundredths)) counted
             where key is not null and deals <> 0
             group by month, group_id, place_id, of_days
             order by month, group_id, place_id, of_days
            on conflict (month, group_id, place_id, of_days) do update set
              (keys, deals) = (
                select coalesce(array_agg(key order by key), '{}'), coalesce(array_agg(deals order by key), '{}')
                  from (
                    select key, sum(deals)::integer as deals
                      from (select * from unnest(known.keys, known.deals)
                            union all
                            select * from unnest(excluded.keys, excluded.deals)) booked (key, deals)
                     group by key
                    having sum(deals) <> 0) balanced)""";

    /** As {@link #ENTER}. */
    private static final String BOOK = """
            with derived as materialized (
              select * from derived_standing where opportunity_id = any (?)),
            known as materialized (
              select * from standing where opportunity_id = any (?)),
            gone as (
              delete from standing s using (select * from known except select * from derived) old
               where s.opportunity_id = old.opportunity_id and s.starts_at = old.starts_at
              returning s.*),
            come as (
              insert into standing select * from derived except select * from known
              returning *)
            insert into standing_balance as known (month, credit_id, place_id, deals, priced, amount)
            select date_trunc('month', moved.at at time zone 'UTC')::date, s.credit_id, s.place_id, sum(moved.deals),
                   coalesce(sum(moved.deals) filter (where s.amount is not null), 0),
                   coalesce(sum(moved.deals * s.amount), 0)
              from (select 1 as sign, * from come union all select -1, * from gone) s
             cross join lateral (
               select s.starts_at as at, s.sign as deals
               union all
               select s.ends_at, -s.sign where s.ends_at < 'infinity') moved
             group by 1, 2, 3
             order by 1, 2, 3
            on conflict (month, credit_id, place_id) do update set
              deals = known.deals + excluded.deals, priced = known.priced + excluded.priced,
              amount = known.amount + excluded.amount""";

    private static final Derivation DERIVATION = new Derivation(List.of(
            NUMBER_GROUPS,
            NUMBER_CREDITS,
            NUMBER_PLACES,
            NUMBER_FATES,
            TAKE_NUMBERS,
            TAKE_NUMBERS_OF_PERIODS,
            ENTER,
            BOOK));

    private Standings() {}

    /** @param opportunities whose rows the caller has locked, and whose periods it has kept */
    static void keep(Connection connection, Collection<UUID> opportunities) throws SQLException {
        DERIVATION.workOut(connection, opportunities);
    }
}
