package io.kehu.reporting.funnel;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
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
            select l.pipeline, l.stage, coalesce(s.name, l.stage), r.stage_order, c.of_days, c.advanced, c.outcome,
                   c.lost_reason, c.hundredths, c.deals, r.nth
              from ({cohort}) c
              join place l on l.id = c.place_id
              join stage_rank r on r.pipeline = l.pipeline and r.code = l.stage
              left join stage s on s.pipeline = l.pipeline and s.code = l.stage""";

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
        var entered = Entered.in(period, deals);
        var parts = Map.of(
                "opened", entered.opened(),
                "entered", entered.counted(),
                "first", period.holds("min(starts_at)"),
                "conditions", deals.conditionsOfToday());
        var opened = readModel.query(Sql.of(OPENED, Map.of("opened", unit.opened(parts))), CohortReport::opened);
        var flows = new TreeMap<StageFlow.Place, StageFlow>();
        readModel.each(Sql.of(STAGES, Map.of("cohort", unit.cohort(parts))), row -> add(row, flows));
        var stages = flows.entrySet().stream()
                .filter(flow -> flow.getValue().entered())
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

    private static void add(ResultSet row, Map<StageFlow.Place, StageFlow> flows) throws SQLException {
        var place = new StageFlow.Place(
                row.getString(1), row.getInt(11), row.getString(2), row.getString(3), row.getInt(4));
        var flow = flows.computeIfAbsent(place, _ -> new StageFlow());
        var deals = new WrittenNumbers(row.getString(10));
        if (row.getBoolean(5)) {
            flow.addStays(new WrittenNumbers(row.getString(9)), deals);
        } else {
            flow.addFate(row.getBoolean(6), row.getString(7), row.getString(8), deals.next());
        }
    }
}
