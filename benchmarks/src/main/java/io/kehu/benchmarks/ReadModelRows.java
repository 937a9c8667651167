package io.kehu.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the read model of reporting-service with made-up opportunities and their histories, straight into its tables: three years
 * of deals of 200 owners in 20 teams, a tenth of them open, the others won or lost from a stage that chance decides.
 * Whatever was there is thrown away, and what follows from it is worked out as a migration does, with indexes made in the end.
 */
final class ReadModelRows {

    private static final String[] FILL = {
        "select setseed(0.42)",
        "truncate opportunity, opportunity_period, entry, entry_balance, standing, standing_balance, closing, closing_balance, stay, stay_balance, fate, credit, trait, deal_group, stage, stage_version, derived_rank, customer, lead, lead_period, lead_tenure",
        "delete from place where pipeline <> ''",
        """
        create temporary table dropped as
        select tablename, indexname, indexdef from pg_indexes
         where tablename in ('opportunity', 'opportunity_period', 'entry', 'standing', 'closing', 'stay') and indexname not like '%%_pkey'""",
        """
        do $$ declare name text;
        begin for name in select indexname from dropped loop execute 'drop index ' || name; end loop; end $$""",
        """
        insert into place (pipeline, stage, stage_order, kind, currency, probability)
        values ('STANDARD', 'CONTACT', 1, 'OPEN', 'CNY', 10), ('STANDARD', 'NEEDS', 2, 'OPEN', 'CNY', 30),
               ('STANDARD', 'DEMO', 3, 'OPEN', 'CNY', 50), ('STANDARD', 'QUOTATION', 4, 'OPEN', 'CNY', 60),
               ('STANDARD', 'NEGOTIATION', 5, 'OPEN', 'CNY', 80), ('STANDARD', 'WON', 6, 'WON', 'CNY', 100),
               ('STANDARD', 'LOST', 7, 'LOST', 'CNY', 0)""",
        "insert into stage (pipeline, code, name, said_at) select pipeline, stage, stage, now() from place where pipeline <> ''",
        """
        insert into stage_version (pipeline, version, code, stage_order, said_at)
        select pipeline, 1, stage, stage_order, now() from place where pipeline <> ''""",
        "insert into derived_rank select pipeline, code, nth from stage_rank",
        """
        insert into deal_group (owner, team, pipeline)
        select 'seller-' || lpad(n::text, 3, '0'),
               '/bench/' || case when n %% 2 = 0 then 'east' else 'west' end || '/team-' || lpad((n %% 20)::text, 2, '0'), 'STANDARD'
          from generate_series(0, 199) n""",
        """
        insert into customer (id, version, owner, team, deleted, name, industry, level)
        select %2$s, 1, 'seller-000', '/bench/east/team-00', false, 'Customer ' || n, (array['65', '64', '51', '34'])[1 + n %% 4],
               (array['A', 'B', 'C'])[1 + n %% 3]
          from generate_series(1, %1$d / 5) n""",
        """
        create temporary table plan as
        select %2$s as id, 1 + n %% (%1$d / 5) as customer, n %% 200 as seller, outcome, step, furthest, amount,
               (array['WEBSITE', 'FAIR', 'REFERRAL'])[1 + n %% 3] as source,
               case outcome when 'LOST' then (array['PRICE', 'COMPETITOR', 'NO_BUDGET', 'TIMING'])[1 + n %% 4] end as lost_reason,
               case outcome when 'OPEN' then furthest when 'WON' then 6 else 7 end as stage_order,
               case outcome when 'OPEN' then now() - furthest * step + chance * step
                            else now() - (160 + random() * 900) * interval '1 day' end as opened_at
          from (select n, case outcome when 'WON' then 5 else 1 + floor(random() * 5)::integer end as furthest, random() as chance,
                       (5 + random() * 25) * interval '1 day' as step, (100 + floor(random() * 100000))::numeric as amount, outcome
                  from (select n, case when outcome < 0.1 then 'OPEN' when outcome < 0.6 then 'WON' else 'LOST' end as outcome
                          from (select n, random() as outcome from generate_series(1, %1$d) n) n) n) n""",
        """
        insert into opportunity (id, version, owner, team, deleted, customer_id, pipeline, stage, stage_order, kind, probability,
          amount, currency, opened_at, closed_at, source, lost_reason, credit_owner, credit_team, stages_known, expected_close,
          known_from, place_id, group_id)
        select p.id, 1, g.owner, g.team, false, %3$s, l.pipeline, l.stage, l.stage_order, l.kind, l.probability, amount, l.currency,
               opened_at, case when l.kind <> 'OPEN' then opened_at + furthest * step end, p.source, p.lost_reason, g.owner, g.team,
               true, (opened_at + 5 * step)::date, opened_at, l.id, g.id
          from plan p
          join place l on l.pipeline = 'STANDARD' and l.stage_order = p.stage_order
          join deal_group g on g.owner = 'seller-' || lpad(p.seller::text, 3, '0')""",
        """
        insert into opportunity_period (event_id, position, opportunity_id, version, pipeline, stage, stage_order, kind,
          probability, amount, currency, owner, team, entered, starts_at, recorded_at, ends_at, first, advanced, days,
          expected_close, place_id)
        select uuidv7(), 0, p.id, entry, l.pipeline, l.stage, l.stage_order, l.kind, l.probability, p.amount, l.currency,
               g.owner, g.team, true, p.opened_at + (entry - 1) * step, p.opened_at + (entry - 1) * step,
               case when passed then p.opened_at + entry * step end, true, entry < furthest or passed and p.outcome = 'WON',
               case when passed then extract(epoch from step) / 86400 end,
               (opened_at + 5 * step)::date, l.id
          from plan p
         cross join lateral generate_series(1, furthest + case outcome when 'OPEN' then 0 else 1 end) entry
         cross join lateral (select entry < furthest or entry = furthest and outcome <> 'OPEN' as passed) past
          join place l on l.pipeline = 'STANDARD' and l.stage_order = case when entry <= furthest then entry else p.stage_order end
          join deal_group g on g.owner = 'seller-' || lpad(p.seller::text, 3, '0')""",
        """
        do $$ declare definition text;
        begin
          for definition in select indexdef from dropped where tablename like 'opportunity%%' loop execute definition; end loop;
        end $$""",
        "drop table plan",
        "vacuum analyze opportunity",
        "vacuum analyze opportunity_period",
        """
        insert into fate (advanced, outcome, lost_reason)
        select distinct p.advanced, o.kind, o.lost_reason from opportunity o join opportunity_period p on p.opportunity_id = o.id""",
        "insert into entry select * from derived_entry",
        "insert into entry_balance select * from derived_entry_balance",
        """
        insert into credit (owner, team, pipeline, credit_owner, credit_team)
        select distinct owner, team, pipeline, credit_owner, credit_team from opportunity""",
        "insert into standing select * from derived_standing",
        "insert into standing_balance select * from derived_balance",
        """
        insert into trait (product_id, source, campaign_id, lost_reason)
        select distinct product_id, source, campaign_id, lost_reason from opportunity""",
        "insert into closing select * from derived_closing",
        "insert into closing_balance select * from derived_closing_balance",
        "insert into stay select * from derived_stay",
        "insert into stay_balance select * from derived_stay_balance",
        """
        do $$ declare definition text;
        begin
          for definition in select indexdef from dropped where tablename not like 'opportunity%%' loop execute definition; end loop;
        end $$""",
        "drop table dropped",
        "vacuum analyze entry",
        "vacuum analyze entry_balance",
        "vacuum analyze standing",
        "vacuum analyze standing_balance",
        "vacuum analyze closing",
        "vacuum analyze closing_balance",
        "vacuum analyze stay",
        "vacuum analyze stay_balance",
        "analyze place",
        "analyze credit",
        "analyze trait",
        "analyze deal_group",
        "vacuum analyze customer"
    };

    private ReadModelRows() {}

    /** Ids that grow, as those of records do. */
    private static String id(String number) {
        return "('01900000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(number);
    }

    static void fill(Connection connection, int opportunities) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : FILL) {
                statement.execute(command.formatted(opportunities, id("n"), id("customer")));
            }
        }
    }
}
