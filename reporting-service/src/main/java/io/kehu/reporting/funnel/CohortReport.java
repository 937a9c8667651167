package io.kehu.reporting.funnel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.kehu.events.EventJson;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows the opportunities that entered a stage in a period. Only known times count: an imported deal of which nobody knows
 * when it was in a stage is in no cohort of that stage, and the answer says how many those are.
 */
@ApplicationScoped
class CohortReport {

    private static final String STAGES = """
            with cohort as (
              select p.pipeline, p.stage, p.stage_order, p.advanced, p.days, o.kind, o.lost_reason
                from opportunity_period p join opportunity o on o.id = p.opportunity_id
               where p.first and p.kind = 'OPEN' and {period} and {conditions}),
            loss as (
              select pipeline, stage, stage_order, coalesce(lost_reason, 'NOT_RECORDED') as reason, count(*) as deals
                from cohort
               where not advanced and kind = 'LOST'
               group by pipeline, stage, stage_order, reason),
            figures as (
              select pipeline, stage, stage_order, count(*) as entered, count(*) filter (where advanced) as advanced,
                     count(*) filter (where not advanced and kind = 'INVALID') as invalid,
                     count(*) filter (where not advanced and kind = 'OPEN') as still_open,
                     percentile_cont(0.5) within group (order by days) as median,
                     percentile_cont(0.9) within group (order by days) as p90
                from cohort
               group by pipeline, stage, stage_order)
            select f.pipeline, f.stage, coalesce(s.name, f.stage), f.stage_order, f.entered, f.advanced,
                   (select jsonb_object_agg(l.reason, l.deals)::text
                      from loss l
                     where (l.pipeline, l.stage, l.stage_order) = (f.pipeline, f.stage, f.stage_order)),
                   f.invalid, f.still_open, f.median, f.p90
              from figures f left join stage s on s.pipeline = f.pipeline and s.code = f.stage
             order by f.pipeline, f.stage_order, f.stage""";

    private static final String OPENED = """
            select count(*), count(*) filter (where o.kind = 'WON'), count(*) filter (where o.kind = 'LOST'),
                   count(*) filter (where o.kind = 'INVALID'), count(*) filter (where o.kind = 'OPEN'),
                   count(*) filter (where not o.stages_known)
              from opportunity o
             where {period} and {conditions}""";

    private static final TypeReference<TreeMap<String, Long>> REASONS = new TypeReference<>() {};

    private final ReadModel readModel;
    private final FreshnessReport freshness;

    CohortReport(ReadModel readModel, FreshnessReport freshness) {
        this.readModel = readModel;
        this.freshness = freshness;
    }

    Cohort make(Period period, DealParameters deals) {
        deals.wantedCurrency();
        var about = freshness.about();
        var conditions = deals.conditions(Holder.OWNER);
        var opened = readModel.query(
                Sql.of(OPENED, Map.of("period", period.holds("o.opened_at"), "conditions", conditions)),
                CohortReport::opened);
        var stages = readModel.query(
                Sql.of(STAGES, Map.of("period", period.holds("p.starts_at"), "conditions", conditions)),
                CohortReport::stage);
        return new Cohort(about, "cohort", period, opened.getFirst(), stages);
    }

    private static Cohort.Opened opened(ResultSet row) throws SQLException {
        return new Cohort.Opened(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                Shares.share(row.getLong(2), row.getLong(1)),
                row.getLong(6));
    }

    private static Cohort.Stage stage(ResultSet row) throws SQLException {
        return new Cohort.Stage(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                Shares.share(row.getLong(6), row.getLong(5)),
                reasons(row.getString(7)),
                row.getLong(8),
                row.getLong(9),
                Shares.rounded(row.getBigDecimal(10)),
                Shares.rounded(row.getBigDecimal(11)));
    }

    private static Map<String, Long> reasons(String json) {
        try {
            return json == null ? Map.of() : EventJson.mapper().readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
