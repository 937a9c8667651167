package io.kehu.reporting.funnel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.kehu.events.EventJson;
import io.kehu.reporting.Labels;
import io.kehu.reporting.LeadParameters;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows the leads of a period: from step to step, and how far into the pipeline they ever came. */
@ApplicationScoped
class LeadCohort {

    private static final String STEPS = """
            with cohort as (
              select {unit} as unit, p.status, bool_or(p.advanced) as advanced, max(p.days) as days,
                     bool_or(l.status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED')) as open,
                     max(l.disqualified_reason) as reason
                from lead_period p join lead l on l.id = p.lead_id {beside}
               where p.first and p.status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED') and {period} and {conditions}
               group by unit, p.status),
            loss as (
              select status, coalesce(reason, 'NOT_RECORDED') as reason, count(*) as leads
                from cohort where not advanced and not open group by status, coalesce(reason, 'NOT_RECORDED'))
            select c.status, count(*), count(*) filter (where advanced),
                   (select jsonb_object_agg(l.reason, l.leads)::text from loss l where l.status = c.status),
                   count(*) filter (where open and not advanced),
                   percentile_cont(0.5) within group (order by days), percentile_cont(0.9) within group (order by days)
              from cohort c
             group by c.status""";

    private static final String CREATED = """
            select furthest, count(*)
              from (select {unit} as unit, max(p.step) as furthest
                      from lead l {beside} join lead_period p on p.lead_id = l.id
                     where {period} and {conditions}
                     group by unit) created
             group by furthest""";

    private static final String REACHED = """
            with entered as (
              select distinct {unit} as unit, p.pipeline, p.stage, r.stage_order, r.nth
                from lead l {beside}
                join opportunity o on {deals} and not o.deleted and {seen}
                join opportunity_period p on p.opportunity_id = o.id and p.entered and p.kind in ('OPEN', 'WON')
                join stage_rank r on r.pipeline = p.pipeline and r.code = p.stage
               where {period} and {conditions}),
            furthest as (
              select unit, pipeline, max(nth) as nth from entered group by unit, pipeline)
            select s.pipeline, s.stage, coalesce(n.name, s.stage), s.stage_order, count(*)
              from (select distinct pipeline, stage, stage_order, nth from entered) s
              join furthest f on f.pipeline = s.pipeline and f.nth >= s.nth
              left join stage n on n.pipeline = s.pipeline and n.code = s.stage
             group by s.pipeline, s.stage, n.name, s.stage_order, s.nth
             order by s.pipeline, s.nth, s.stage""";

    private static final TypeReference<TreeMap<String, Long>> REASONS = new TypeReference<>() {};

    private final ReadModel readModel;

    LeadCohort(ReadModel readModel) {
        this.readModel = readModel;
    }

    Cohort.Leads make(Period period, LeadParameters leads, Unit unit) {
        var labels = Labels.ofRequest();
        var conditions = leads.conditions();
        var steps = readModel.query(
                Sql.of(
                        STEPS,
                        Map.of(
                                "unit",
                                unit.ofLead(),
                                "beside",
                                unit.besideLead(),
                                "period",
                                period.holds("p.starts_at"),
                                "conditions",
                                conditions)),
                row -> step(row, labels));
        var created = Map.of(
                "unit", unit.ofLead(),
                "beside", unit.besideLead(),
                "deals", unit.dealsOfLead(),
                "seen", Sql.visible("o"),
                "period", period.holds("l.created_at"),
                "conditions", conditions);
        var furthest = new TreeMap<Integer, Long>();
        readModel
                .query(Sql.of(CREATED, created), row -> Map.entry(row.getInt(1), row.getLong(2)))
                .forEach(count -> furthest.put(count.getKey(), count.getValue()));
        var count = sum(furthest);
        var reached = new ArrayList<>(reachedSteps(furthest, count, labels));
        reached.addAll(readModel.query(Sql.of(REACHED, created), row -> reached(row, count)));
        var list = period.records(leads.records(), "createdAt");
        return new Cohort.Leads(
                count,
                steps.stream()
                        .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                        .toList(),
                List.copyOf(reached),
                unit == Unit.OPPORTUNITY ? list.address() : null);
    }

    private static Cohort.Stage step(ResultSet row, Labels labels) throws SQLException {
        var step = LeadStep.valueOf(row.getString(1));
        return new Cohort.Stage(
                LeadStep.PIPELINE,
                step.name(),
                step.label(labels),
                step.order(),
                row.getLong(2),
                row.getLong(3),
                Shares.share(row.getLong(3), row.getLong(2)),
                reasons(row.getString(4)),
                0,
                row.getLong(5),
                Shares.rounded(row.getBigDecimal(6)),
                Shares.rounded(row.getBigDecimal(7)));
    }

    private static Map<String, Long> reasons(String json) {
        try {
            return json == null ? Map.of() : EventJson.mapper().readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever came further has reached a step, whether it was entered or skipped; a conversion is the step after the last. */
    private static List<Cohort.Reached> reachedSteps(TreeMap<Integer, Long> furthest, long count, Labels labels) {
        var reached = new ArrayList<Cohort.Reached>();
        for (var step : LeadStep.values()) {
            var leads = sum(furthest.tailMap(step.order()));
            reached.add(new Cohort.Reached(
                    LeadStep.PIPELINE,
                    step.name(),
                    step.label(labels),
                    step.order(),
                    leads,
                    Shares.share(leads, count)));
        }
        var converted = LeadStep.values().length + 1;
        var leads = sum(furthest.tailMap(converted));
        reached.add(new Cohort.Reached(
                LeadStep.PIPELINE,
                "CONVERTED",
                labels.text("lead.converted"),
                converted,
                leads,
                Shares.share(leads, count)));
        return reached;
    }

    private static Cohort.Reached reached(ResultSet row, long count) throws SQLException {
        return new Cohort.Reached(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                Shares.share(row.getLong(5), count));
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
