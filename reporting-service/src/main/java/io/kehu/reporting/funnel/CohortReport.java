package io.kehu.reporting.funnel;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows the opportunities that entered a stage in a period. Only known times count: an imported deal of which nobody knows
 * when it was in a stage is in no cohort of that stage, and the answer says how many those are.
 */
@ApplicationScoped
class CohortReport {

    /** Counted by days to the hundredth, so that medians need no sorting of all deals. */
    private static final String STAGES = """
            select c.pipeline, c.stage, coalesce(s.name, c.stage), c.stage_order, c.advanced, c.kind, c.lost_reason,
                   c.hundredths, c.deals
              from (
                select pipeline, stage, stage_order, advanced, kind, lost_reason, round(days * 100)::bigint as hundredths,
                       count(*) as deals
                  from ({cohort}) cohort
                 group by 1, 2, 3, 4, 5, 6, 7) c
              left join stage s on s.pipeline = c.pipeline and s.code = c.stage
             order by c.pipeline, c.stage_order, c.stage""";

    private static final String OPENED = """
            select count(*), count(*) filter (where kind = 'WON'), count(*) filter (where kind = 'LOST'),
                   count(*) filter (where kind = 'INVALID'), count(*) filter (where kind = 'OPEN'),
                   count(*) filter (where not stages_known)
              from ({opened}) opened""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final LeadCohort leads;

    CohortReport(ReadModel readModel, FreshnessReport freshness, LeadCohort leads) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.leads = leads;
    }

    /** @param fromLeads whether the steps of leads stand before the pipeline */
    Cohort make(Period period, DealParameters deals, Unit unit, boolean fromLeads) {
        deals.wantedCurrency();
        var about = freshness.about();
        var steps = fromLeads ? leads.make(period, deals.ofLeads(), unit) : null;
        var parts = Map.of(
                "entered", period.holds("p.starts_at"),
                "first", period.holds("min(starts_at)"),
                "opened", period.holds("o.opened_at"),
                "conditions", deals.conditions(Holder.OWNER));
        var opened = readModel.query(Sql.of(OPENED, Map.of("opened", unit.opened(parts))), CohortReport::opened);
        var flows = new LinkedHashMap<StageFlow.Place, StageFlow>();
        readModel
                .query(Sql.of(STAGES, Map.of("cohort", unit.cohort(parts))), CohortReport::part)
                .forEach(part -> flows.computeIfAbsent(part.place(), _ -> new StageFlow())
                        .add(part));
        var stages = flows.entrySet().stream()
                .map(flow -> flow.getValue().row(flow.getKey()))
                .toList();
        return new Cohort(about, "cohort", unit, period, steps, opened.getFirst(), stages);
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

    private static StageFlow.Part part(ResultSet row) throws SQLException {
        return new StageFlow.Part(
                new StageFlow.Place(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, Long.class),
                row.getLong(9));
    }
}
