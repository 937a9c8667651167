package io.kehu.reporting.competitor;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** How we stand against each competitor: the deals that name it, closed in the period or open now. */
@ApplicationScoped
class CompetitorReport {

    /**
     * A competitor is one by its id; one that a deal knows by name alone is the competitor of that name if there is one, and
     * else whoever has that name. A deal counts once for each.
     */
    private static final String FACED = """
            with named as (
              select o.id as deal, coalesce(known.id, called.id) as rival,
                     coalesce(known.name, called.name, stand ->> 'name') as name
                from opportunity o
                cross join lateral jsonb_array_elements(o.competitors) stand
                left join competitor known on known.id = cast(stand ->> 'competitorId' as uuid)
                left join lateral (
                  select c.id, c.name from competitor c
                   where stand ->> 'competitorId' is null and not c.deleted and lower(c.name) = lower(stand ->> 'name')
                   limit 1) called on true
               where o.competitors <> '[]' and {conditions}
                 and (o.kind = 'OPEN' or (o.kind in ('WON', 'LOST') and {period}))
            ), faced as (
              select distinct on (deal, key) deal, key, rival, name
                from named cross join lateral (select coalesce(rival::text, lower(name)) as key) k
               order by deal, key, name
            )
            select f.key, f.rival::text, min(f.name), o.kind, o.currency, count(*), count(o.amount), sum(o.amount)
              from faced f join opportunity o on o.id = f.deal
             group by f.key, f.rival, o.kind, o.currency""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;

    CompetitorReport(ReadModel readModel, FreshnessReport freshness) {
        this.readModel = readModel;
        this.freshness = freshness;
    }

    private record Part(
            String key,
            String id,
            String name,
            String kind,
            String currency,
            long deals,
            long priced,
            BigDecimal amount) {}

    CompetitorFigures make(Period period, DealParameters deals) {
        var about = freshness.about();
        var rivals = new LinkedHashMap<String, Rivalry>();
        var question = Sql.of(
                FACED, Map.of("conditions", deals.conditions(Holder.CREDITED), "period", period.holds("o.closed_at")));
        for (var part : readModel.query(question, CompetitorReport::read)) {
            rivals.computeIfAbsent(part.key(), _ -> new Rivalry(part.id(), part.name()))
                    .add(part.kind(), part.deals(), part.currency(), part.priced(), part.amount());
        }
        var amounts = new Amounts();
        rivals.values().forEach(rivalry -> amounts.add(rivalry.amounts()));
        var currency = amounts.choose(deals.wantedCurrency());
        var others = new TreeSet<>(amounts.currencies());
        others.remove(currency);
        var rows = rivals.values().stream()
                .map(rivalry -> rivalry.row(currency))
                .sorted(Comparator.comparing((CompetitorFigures.Row row) -> -(row.won() + row.lost() + row.open()))
                        .thenComparing(CompetitorFigures.Row::name))
                .toList();
        return new CompetitorFigures(about, period, currency, others, rows);
    }

    private static Part read(ResultSet row) throws SQLException {
        return new Part(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getBigDecimal(8));
    }
}
