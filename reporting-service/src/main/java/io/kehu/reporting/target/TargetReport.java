package io.kehu.reporting.target;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.ReadModel;
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
import java.util.UUID;

/** What was to be reached beside what was: won deals credited to their owner at the closing, contracts to theirs of today. */
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
            select t.id, a.month, sum(a.amount) filter (where a.currency = t.currency), sum(a.records)
              from target t
              join achieved a on t.subject_kind = 'COMPANY'
                or (t.subject_kind = 'USER' and a.owner = t.subject)
                or (t.subject_kind = 'TEAM'
                    and (a.team = t.subject or (a.team >= t.subject || '/' and a.team < t.subject || '0')))
             where not t.deleted and t.metric = {metric} and t.year = {year} and {visible} and {narrowed}
             group by t.id, a.month""";

    private static final String WON = """
            select o.credit_owner as owner, o.credit_team as team, o.currency, sum(o.amount) as amount, count(*) as records,
                   extract(month from o.closed_at at time zone {zone})::integer as month
              from opportunity o
             where o.kind = 'WON' and not o.deleted and {rows}
               and o.closed_at >= {start} and o.closed_at < {end}
             group by o.credit_owner, o.credit_team, o.currency, month""";

    private static final String SIGNED = """
            select o.owner, o.team, o.currency, sum(o.amount) as amount, count(*) as records,
                   extract(month from o.signed_on)::integer as month
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
    TargetFigures make(int year, Metric metric, String subject, ZoneId zone) {
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
        var achieved = metric.source() == Metric.Source.NONE
                ? Map.<UUID, Map<Integer, BigDecimal>>of()
                : achieved(metric, year, zone, question);
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
        return new TargetFigures(about, year, metric, zone, today, subjects);
    }

    private static List<BigDecimal> months(ResultSet row) throws SQLException {
        return Arrays.asList((BigDecimal[]) row.getArray(5).getArray());
    }

    private Map<UUID, Map<Integer, BigDecimal>> achieved(
            Metric metric, int year, ZoneId zone, Map<String, Object> question) {
        var first = LocalDate.of(year, 1, 1).atStartOfDay(zone);
        var parts = new HashMap<String, Object>(Map.of(
                "zone", zone.getId(),
                "rows", Sql.visible("o"),
                "start", first.toInstant(),
                "end", first.plusYears(1).toInstant(),
                "year", year));
        var template = metric.source() == Metric.Source.WON ? WON : SIGNED;
        var all = new HashMap<>(question);
        all.put("achieved", Sql.of(template, parts));
        var found = new HashMap<UUID, Map<Integer, BigDecimal>>();
        readModel
                .query(
                        Sql.of(ACHIEVED, all),
                        row -> new Part(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                metric.counts() ? row.getBigDecimal(4) : row.getBigDecimal(3)))
                .forEach(part -> {
                    if (part.value() != null) {
                        found.computeIfAbsent(part.target(), _ -> new HashMap<>())
                                .put(part.month(), part.value());
                    }
                });
        return found;
    }

    private record Part(UUID target, int month, BigDecimal value) {}
}
