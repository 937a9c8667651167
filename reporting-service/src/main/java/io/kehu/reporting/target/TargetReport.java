package io.kehu.reporting.target;

import io.kehu.reporting.Credit;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import io.kehu.reporting.target.TargetFigures.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What was to be reached beside what was: won deals credited as asked for, contracts to theirs of today. */
@ApplicationScoped
class TargetReport {

    private static final String TARGETS = """
            select t.id, t.subject_kind, t.subject, t.currency,
                   array(select month::numeric from jsonb_array_elements_text(t.months) month) as months
              from target t
             where not t.deleted and t.metric = {metric} and t.year = {year} and {visible} and {narrowed}
             order by array_position(array['COMPANY', 'TEAM', 'USER'], t.subject_kind), t.subject""";

    private static final String ACHIEVED = """
            with achieved as materialized ({achieved})
            select t.id, a.month,
                   sum(case t.currency when a.currency then a.amount when a.base_currency then a.base_amount end), sum(a.records),
                   array_agg(distinct a.currency)
                     filter (where t.currency not in (a.currency, coalesce(a.base_currency, a.currency)))
              from target t
              join achieved a on t.subject_kind = 'COMPANY'
                or (t.subject_kind = 'USER' and a.owner = t.subject)
                or (t.subject_kind = 'TEAM'
                    and (a.team = t.subject or (a.team >= t.subject || '/' and a.team < t.subject || '0')))
             where not t.deleted and t.metric = {metric} and t.year = {year} and {visible} and {narrowed}
             group by t.id, a.month""";

    private static final String WON = """
            select s.owner, s.team, o.currency, sum(o.amount * s.share) as amount, o.base_currency,
                   sum(o.base_amount * s.share) as base_amount, sum(s.share) as records,
                   extract(month from o.closed_at at time zone {zone})::integer as month
              from opportunity o
             cross join lateral ({shares}) s
             where o.kind = 'WON' and not o.deleted and {rows}
               and o.closed_at >= {start} and o.closed_at < {end}
             group by s.owner, s.team, o.currency, o.base_currency, month""";

    private static final String SIGNED = """
            select o.owner, o.team, o.currency, sum(o.amount) as amount, null as base_currency, null::numeric as base_amount,
                   count(*) as records, extract(month from o.signed_on)::integer as month
              from contract o
             where o.status not in ('DRAFT', 'VOIDED') and not o.deleted and {rows}
               and extract(year from o.signed_on) = {year}
             group by o.owner, o.team, o.currency, month""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;

    TargetReport(ReadModel readModel, FreshnessReport freshness) {
        this.readModel = readModel;
        this.freshness = freshness;
    }

    /** @param subject null for all */
    TargetFigures make(int year, Metric metric, Credit credit, String subject, ZoneId zone) {
        var today = LocalDate.now(zone);
        var about = freshness.about();
        var question = new HashMap<String, Object>(Map.of(
                "metric",
                metric.name(),
                "year",
                year,
                "visible",
                Sql.visible("t"),
                "narrowed",
                subject == null ? Sql.of("true") : Sql.of("t.subject = ?", subject)));
        var others = new TreeSet<String>();
        var achieved = metric.source() == Metric.Source.NONE
                ? Map.<UUID, Map<Integer, BigDecimal>>of()
                : achieved(metric, credit, year, zone, question, others);
        var subjects = readModel.query(Sql.of(TARGETS, question), row -> {
            var id = row.getObject(1, UUID.class);
            return new Subject(
                    id,
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    new Attainment(
                            year,
                            today,
                            months(row),
                            metric.source() == Metric.Source.NONE ? null : achieved.getOrDefault(id, Map.of())));
        });
        return new TargetFigures(about, year, metric, credit, zone, today, others, subjects);
    }

    private static List<BigDecimal> months(ResultSet row) throws SQLException {
        return Arrays.asList((BigDecimal[]) row.getArray(5).getArray());
    }

    private Map<UUID, Map<Integer, BigDecimal>> achieved(
            Metric metric, Credit credit, int year, ZoneId zone, Map<String, Object> question, Set<String> others) {
        var first = LocalDate.of(year, 1, 1).atStartOfDay(zone);
        var parts = new HashMap<String, Object>(Map.of(
                "zone", zone.getId(),
                "rows", Sql.visible("o"),
                "shares", credit.shares(),
                "start", first.toInstant(),
                "end", first.plusYears(1).toInstant(),
                "year", year));
        var template = metric.source() == Metric.Source.WON ? WON : SIGNED;
        var all = new HashMap<>(question);
        all.put("achieved", Sql.of(template, parts));
        var found = new HashMap<UUID, Map<Integer, BigDecimal>>();
        readModel.each(Sql.of(ACHIEVED, all), row -> {
            var value = metric.counts() ? row.getBigDecimal(4) : row.getBigDecimal(3);
            if (value != null) {
                found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
                        .put(row.getInt(2), credit == Credit.SPLIT ? Shares.rounded(value) : value);
            }
            if (row.getArray(5) != null) {
                others.addAll(List.of((String[]) row.getArray(5).getArray()));
            }
        });
        return found;
    }
}
