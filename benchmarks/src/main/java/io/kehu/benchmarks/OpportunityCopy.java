package io.kehu.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills a database of opportunity-service with made-up deals, straight into its table, as {@link CustomerCopy} does with
 * customers: 200 owners in 20 teams, the newest three tenths one owner's. Of ten deals three are open, and none is idle, so
 * that nothing but the requests is measured.
 */
final class OpportunityCopy {

    private static final String FILL = """
            insert into opportunity
              (id, version, number, external_ids, owner, team, created_at, created_by, updated_at, updated_by, name, stage_id,
               stage_entered_at, amount, currency, amount_source, expected_close_date, opened_at, closed_at, push_count,
               lines, touched_at)
            select %1$s, 1, 'B' || made.n, '[]', 'seller-' || lpad(made.seller::text, 3, '0'),
                   '/bench/' || case made.seller %% 2 when 0 then 'east' else 'west' end
                     || '/team-' || lpad((made.seller %% 20)::text, 2, '0'),
                   made.at, 'bench', made.at, 'bench', 'Deal ' || made.n, s.id, made.at, made.amount, 'CNY', 'STATED',
                   (made.at + made.ahead)::date, made.at, case when made.open then null else made.at + made.ahead end, 0,
                   '[]', now() - (%2$d - made.n) * interval '1 millisecond'
            from (
              select n, case when n >= %2$d * 7 / 10 then %3$d else (random() * (%4$d - 1))::int end as seller,
                     timestamptz '2026-01-01' + n * interval '1 millisecond' as at,
                     (random() * 1000000)::numeric(21, 2) as amount, random() * interval '300 days' as ahead,
                     n %% 10 < 3 as open, n %% 10 as part
              from generate_series(0, %2$d - 1) as n) made
            join stage s on s.pipeline = 'STANDARD' and s.pipeline_version = 1
              and s.code = case when made.open then 'QUOTATION' when made.part < 8 then 'WON' else 'LOST' end""";

    private OpportunityCopy() {}

    static void fill(Connection connection, int rows) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("truncate opportunity, event, outbox, external_id, import_job cascade");
            statement.execute(
                    FILL.formatted(CustomerCopy.idOf("made.n"), rows, CustomerCopy.IMPORTER, CustomerCopy.OWNERS));
            statement.execute("vacuum analyze opportunity");
        }
    }
}
