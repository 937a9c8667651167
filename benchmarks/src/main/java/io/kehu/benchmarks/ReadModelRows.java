package io.kehu.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the read model of reporting-service with made-up opportunities and their histories, straight into its tables: three years
 * of deals of 200 owners in 20 teams, a tenth of them open, the others won or lost from a stage that chance decides.
 * Whatever was there is thrown away.
 */
final class ReadModelRows {

    private static final String[] FILL = {
        "select setseed(0.42)",
        "truncate opportunity, opportunity_period, stage, place, customer, lead, lead_period",
        """
        insert into stage (pipeline, code, name, said_at)
        select 'STANDARD', code, code, now()
          from unnest(array['CONTACT', 'NEEDS', 'DEMO', 'QUOTATION', 'NEGOTIATION', 'WON', 'LOST']) code""",
        """
        insert into customer (id, version, owner, team, deleted, name, industry, level)
        select md5('customer' || n)::uuid, 1, 'seller-000', '/bench/east/team-00', false, 'Customer ' || n,
               (array['65', '64', '51', '34'])[1 + n %% 4], (array['A', 'B', 'C'])[1 + n %% 3]
          from generate_series(1, %1$d / 5) n""",
        """
        create temporary table plan as
        select n, md5('deal' || n)::uuid as id, md5('customer' || 1 + n %% (%1$d / 5))::uuid as customer_id, outcome,
               lpad((n %% 200)::text, 3, '0') as seller, step,
               case outcome when 'WON' then 5 else furthest end as furthest, amount,
               case outcome when 'OPEN' then now() - furthest * step + chance * step
                            else now() - (160 + random() * 900) * interval '1 day' end as opened_at
          from (select n, 1 + floor(random() * 5)::integer as furthest, random() as chance,
                       (5 + floor(random() * 25)) * interval '1 day' as step, (100 + floor(random() * 100000))::numeric as amount,
                       case when outcome < 0.1 then 'OPEN' when outcome < 0.6 then 'WON' else 'LOST' end as outcome
                  from (select n, random() as outcome from generate_series(1, %1$d) n) n) n""",
        """
        insert into opportunity (id, version, owner, team, deleted, customer_id, pipeline, stage, stage_order, kind, probability,
          amount, currency, opened_at, closed_at, source, lost_reason, credit_owner, credit_team, stages_known, expected_close,
          known_from)
        select id, 1, 'seller-' || seller, team, false, customer_id, 'STANDARD', stages[stage_order], stage_order, outcome,
               chances[stage_order], amount, 'CNY', opened_at,
               case when outcome <> 'OPEN' then opened_at + furthest * step end,
               (array['WEBSITE', 'FAIR', 'REFERRAL'])[1 + n %% 3],
               case when outcome = 'LOST' then (array['PRICE', 'COMPETITOR', 'NO_BUDGET', 'TIMING'])[1 + n %% 4] end,
               'seller-' || seller, team, true, (opened_at + 5 * step)::date, opened_at
          from (select *, case outcome when 'OPEN' then furthest when 'WON' then 6 else 7 end as stage_order,
                       '/bench/' || case when seller::integer %% 2 = 0 then 'east' else 'west' end || '/team-'
                         || lpad((seller::integer %% 20)::text, 2, '0') as team,
                       array['CONTACT', 'NEEDS', 'DEMO', 'QUOTATION', 'NEGOTIATION', 'WON', 'LOST'] as stages,
                       array[10, 30, 50, 60, 80, 100, 0] as chances
                  from plan) plan""",
        """
        insert into opportunity_period (event_id, position, opportunity_id, version, pipeline, stage, stage_order, kind,
          probability, amount, currency, owner, team, entered, starts_at, recorded_at, ends_at, first, advanced, days,
          expected_close)
        select gen_random_uuid(), 0, o.id, place, 'STANDARD', stages[entered], entered,
               case when place <= furthest then 'OPEN' else outcome end, chances[entered], o.amount, 'CNY', o.owner, o.team, true,
               p.opened_at + (place - 1) * step, p.opened_at + (place - 1) * step,
               case when place < furthest or place = furthest and outcome <> 'OPEN' then p.opened_at + place * step end, true,
               place < furthest or place = furthest and outcome = 'WON',
               case when place < furthest or place = furthest and outcome <> 'OPEN' then extract(epoch from step) / 86400 end,
               o.expected_close
          from plan p join opportunity o on o.id = p.id
         cross join lateral generate_series(1, furthest + case outcome when 'OPEN' then 0 else 1 end) place
         cross join lateral (
           select case when place <= furthest then place when outcome = 'WON' then 6 else 7 end as entered,
                  array['CONTACT', 'NEEDS', 'DEMO', 'QUOTATION', 'NEGOTIATION', 'WON', 'LOST'] as stages,
                  array[10, 30, 50, 60, 80, 100, 0] as chances) names""",
        """
        insert into place (pipeline, stage, stage_order, kind, currency, probability)
        select distinct pipeline, stage, stage_order, kind, currency, probability from opportunity""",
        """
        update opportunity o set place_id = p.id from place p
         where (p.pipeline, p.stage, p.stage_order, p.kind, p.currency, p.probability)
               = (o.pipeline, o.stage, o.stage_order, o.kind, o.currency, o.probability)""",
        "drop table plan",
        "vacuum full analyze opportunity",
        "vacuum analyze opportunity_period",
        "vacuum analyze customer"
    };

    private ReadModelRows() {}

    static void fill(Connection connection, int opportunities) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : FILL) {
                statement.execute(command.formatted(opportunities));
            }
        }
    }
}
