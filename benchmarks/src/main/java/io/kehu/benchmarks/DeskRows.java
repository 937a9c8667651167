package io.kehu.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the read model of reporting-service with made-up tickets, two clocks and an answered survey for each, straight into its
 * tables: three years of 200 agents in 20 teams. Six dimensions and four facts move the score. Whatever was there is thrown away.
 */
final class DeskRows {

    private static final String[] FILL = {
        "select setseed(0.42)",
        "truncate ticket, ticket_period, sla, survey",
        """
        insert into ticket (id, version, owner, team, deleted, customer_id, type, category, priority, status, assignee, opened_at,
          resolved_at, closed_at, first_responded_at, reopen_count)
        select md5('ticket' || n)::uuid, 1, agent, team, false, md5('customer' || n %% (%1$d / 5))::uuid, 'REPAIR',
               'category-' || n %% 40, (array['HIGH', 'MEDIUM', 'LOW'])[1 + n %% 3],
               case when n %% 20 = 0 then 'IN_PROGRESS' else 'CLOSED' end, agent, opened_at,
               case when n %% 20 > 0 then opened_at + solved end, case when n %% 20 > 0 then opened_at + solved * 2 end,
               opened_at + answered, (random() < 0.1)::integer
          from (select n, 'agent-' || lpad((n %% 200)::text, 3, '0') as agent,
                       '/bench/' || case when n %% 2 = 0 then 'east' else 'west' end || '/team-' || lpad((n %% 20)::text, 2, '0') as team,
                       now() - random() * interval '1080 days' as opened_at, random() * interval '9 days' as solved,
                       random() * interval '8 hours' as answered
                  from generate_series(1, %1$d) n) n""",
        """
        insert into ticket_period (ticket_id, version, position, status, told_at, starts_at, ends_at)
        select id, place, 0, case place when 1 then 'NEW' when 2 then 'IN_PROGRESS' else 'RESOLVED' end, at, at,
               lead(at) over (partition by id order by place)
          from ticket
         cross join lateral (values (1, opened_at), (2, first_responded_at), (3, greatest(resolved_at, first_responded_at))) step (place, at)
         where place < 3 or resolved_at is not null""",
        """
        insert into sla (id, version, deleted, ticket_id, kind, round, source, status, verdict, started_at, breached_at, ended_at,
          used_minutes)
        select gen_random_uuid(), 1, false, id, kind, 1, 'COMPUTED', 'ENDED', verdict, opened_at,
               case verdict when 'BREACHED' then done_at end, done_at, (random() * 900)::integer
          from (select id, kind, opened_at, done_at, case when random() < 0.8 then 'MET' else 'BREACHED' end as verdict
                  from ticket
                 cross join lateral (values ('FIRST_RESPONSE', first_responded_at), ('RESOLUTION', resolved_at)) promise (kind, done_at)
                 where done_at is not null) done""",
        """
        insert into survey (id, version, owner, team, deleted, kind, ticket_id, customer_id, agent, ticket_type, priority, status,
          score, scores, sent_at, answered_at)
        select gen_random_uuid(), 1, owner, team, false, 'CSAT', id, customer_id, owner, type, priority, 'ANSWERED',
               greatest(1, least(5, round((2 * a + b + c) / 4.0 + random() - 0.7 + case when reopen_count > 0 then -1 else 0 end))),
               jsonb_build_object('SERVICE_ATTITUDE', a, 'RESPONSE_SPEED', b, 'PRODUCT_QUALITY', c, 'PRICE', d, 'MANNERS', e,
                 'KNOWLEDGE', f), opened_at + interval '10 days', opened_at + interval '11 days'
          from (select *, %2$s as a, %2$s as b, %2$s as c, %2$s as d, %2$s as e, %2$s as f from ticket) answered""",
        "vacuum analyze ticket",
        "vacuum analyze ticket_period",
        "vacuum analyze sla",
        "vacuum analyze survey"
    };

    private static final String SCORE = "1 + floor(random() * 5)::integer";

    private DeskRows() {}

    static void fill(Connection connection, int tickets) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : FILL) {
                statement.execute(command.formatted(tickets, SCORE));
            }
        }
    }
}
