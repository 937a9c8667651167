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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Follows the opportunities that entered a stage in a period. Only known times count: an imported deal of which nobody knows
 * when it was in a stage is in no cohort of that stage, and the answer says how many those are.
 */
@ApplicationScoped
class CohortReport {

    /** Counted by days to the hundredth, so that medians need no sorting of all deals; those of a stage come in one row. */
    private static final String STAGES = """
            select l.pipeline, l.stage, coalesce(s.name, l.stage), l.stage_order, c.of_days, c.advanced, c.outcome,
                   c.lost_reason, c.hundredths, c.deals
              from (
                select place_id, of_days, advanced, outcome, lost_reason, array_agg(hundredths) as hundredths,
                       array_agg(deals) as deals
                  from ({cohort}) flows
                 group by place_id, of_days, advanced, outcome, lost_reason) c
              join place l on l.id = c.place_id
              left join stage s on s.pipeline = l.pipeline and s.code = l.stage
             order by l.pipeline, l.stage_order, l.stage""";

    private static final String OPENED = """
            select sum(deals), sum(deals) filter (where kind = 'WON'), sum(deals) filter (where kind = 'LOST'),
                   sum(deals) filter (where kind = 'INVALID'), sum(deals) filter (where kind = 'OPEN'),
                   sum(deals) filter (where not stages_known)
              from (select kind, stages_known, count(*) as deals from ({opened}) opened group by kind, stages_known) opened""";

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
                "entered", period.holds("entered_at"),
                "first", period.holds("min(starts_at)"),
                "opened", period.holds("o.opened_at"),
                "conditions", deals.conditions(Holder.OWNER),
                "narrowed", deals.conditions("opportunity_id", "group_id"));
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
        var place = new StageFlow.Place(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
        var deals = (Long[]) row.getArray(10).getArray();
        return row.getBoolean(5)
                ? new StageFlow.Stay(place, byDays((Integer[]) row.getArray(9).getArray(), deals))
                : new StageFlow.Fate(place, row.getBoolean(6), row.getString(7), row.getString(8), deals[0]);
    }

    private static Map<Integer, Long> byDays(Integer[] hundredths, Long[] deals) {
        var byDays = new HashMap<Integer, Long>();
        for (var index = 0; index < deals.length; index++) {
            if (hundredths[index] != null) {
                byDays.put(hundredths[index], deals[index]);
            }
        }
        return byDays;
    }
}
