package io.kehu.reporting.forecast;

import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;

/** The deals that are, or at an instant were, open, with what was said of them and what has come of them since. */
@ApplicationScoped
class OpenDeals {

    /** What has come of a deal; nothing of one that is deleted. */
    private static final String END = """
            select o.opened_at, o.closed_at, case when not o.deleted then o.kind end as end_kind, o.amount as end_amount,
                   o.currency as end_currency,
            """;

    private static final String NOW = END + """
                   o.pipeline, o.stage, o.amount, o.currency, o.probability, o.expected_close, o.forecast_category
              from opportunity o
             where o.kind = 'OPEN' and {conditions}""";

    private static final String THERE = END + """
                   p.pipeline, p.stage, p.amount, p.currency, p.probability, p.expected_close, p.forecast_category
            """;

    /** Whose it was then tells the first fact that was known. */
    private static final String UNKNOWN_STAGE = END + """
                   null, null, null, null, null, null, null
              from opportunity o
             cross join lateral (
               select p.owner, p.team, p.pipeline
                 from opportunity_period p
                where p.opportunity_id = o.id and p.recorded_at <= coalesce({knownAt}::timestamptz, 'infinity')
                order by p.version, p.position
                limit 1) p
             where o.opened_at <= {at} and (o.closed_at is null or o.closed_at > {at}) and {facts}""";

    private static final String THEN =
            THERE + """
              from opportunity_period p join opportunity o on o.id = p.opportunity_id
             where p.kind = 'OPEN' and p.starts_at is not null and tstzrange(p.starts_at, p.ends_at) @> {at}
               and (o.closed_at is null or o.closed_at > {at}) and {facts}
            union all
            """ + UNKNOWN_STAGE + " and (o.known_from is null or o.known_from > o.opened_at)"
                    + " and (o.known_from is null or o.known_from > {at})";

    /** Ends of periods follow from all facts, so here the last fact that was known counts. */
    private static final String KNOWN_THEN = THERE + """
              from (select distinct on (opportunity_id) *
                      from opportunity_period
                     where recorded_at <= {knownAt} and coalesce(starts_at, recorded_at) <= {at}
                     order by opportunity_id, coalesce(starts_at, recorded_at) desc, version desc, position desc) p
              join opportunity o on o.id = p.opportunity_id
             where p.kind = 'OPEN' and {facts}
            union all
            """ + UNKNOWN_STAGE + " and " + """
            not exists (select from opportunity_period p
                         where p.opportunity_id = o.id and p.recorded_at <= {knownAt}
                           and coalesce(p.starts_at, p.recorded_at) <= {at})""";

    private static final String OPEN = """
            select pipeline, stage, width_bucket(({at} at time zone {zone})::date - (opened_at at time zone {zone})::date, {bands}),
                   to_char(expected_close, 'YYYY-MM'),
                   case when forecast_category is not null then forecast_category when probability >= 80 then 'COMMIT'
                        when probability >= 50 then 'BEST_CASE' when probability is not null then 'PIPELINE' else 'UNKNOWN'
                   end as category,
                   coalesce(currency, end_currency),
                   case when end_kind = 'WON' and closed_at >= {at}
                     then to_char(closed_at at time zone {zone}, 'YYYY-MM')
                   end,
                   count(*), count(amount), coalesce(sum(amount), 0), coalesce(sum(amount * probability / 100), 0),
                   coalesce(sum(end_amount) filter (where end_kind = 'WON' and closed_at >= {at}), 0)
              from ({open}) open
             where forecast_category is distinct from 'OMITTED'
             group by 1, 2, 3, 4, 5, 6, 7""";

    private final ReadModel readModel;

    OpenDeals(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * Open deals of one kind.
     *
     * @param month     in which they were expected to close; null if nobody said
     * @param wonMonth  in which they were won; null if they are not
     */
    record Part(
            AgedStage stage,
            String month,
            String category,
            String currency,
            String wonMonth,
            long deals,
            long priced,
            BigDecimal amount,
            BigDecimal weighted,
            BigDecimal wonAmount) {

        double worth(double average) {
            return amount.doubleValue() + (deals - priced) * average;
        }
    }

    List<Part> parts(ForecastQuestion question) {
        var parts = new HashMap<>(question.parts());
        parts.put("open", Sql.of(open(question), parts));
        return readModel.query(Sql.of(OPEN, parts), OpenDeals::part);
    }

    private static String open(ForecastQuestion question) {
        return question.knownAt() != null ? KNOWN_THEN : question.past() ? THEN : NOW;
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                new AgedStage(row.getString(1), row.getString(2), row.getObject(3, Integer.class)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12));
    }
}
