package io.kehu.reporting.funnel;

import io.kehu.reporting.Sql;
import java.util.Map;

/**
 * What a funnel counts: opportunities, or customers, each once at its furthest stage. An opportunity without a customer stands
 * for an unknown customer of its own, and so does a lead that has not been converted.
 */
enum Unit {
    OPPORTUNITY("l.id", "o.id = l.opportunity_id", """
            select p.pipeline, p.stage, p.stage_order, p.kind, p.currency, sum(c.deals) as deals, sum(c.priced) as priced,
                   sum(c.amount) as amount, sum(c.amount * p.probability / 100) as weighted
              from ({counted}) c join place p on p.id = c.place_id
             where c.deals > 0
             group by p.pipeline, p.stage, p.stage_order, p.kind, p.currency""", """
            with entered as materialized ({entered})
            select place_id, true as of_days, null::boolean as advanced, null as outcome, null as lost_reason,
                   keys as hundredths, deals
              from entered
             where of_days
            union all
            select e.place_id, false, f.advanced, f.outcome, f.lost_reason, null, array[sum(e.deals)::integer]
              from (select place_id, unnest(keys) as fate_id, unnest(deals) as deals from entered where not of_days) e
              join fate f on f.id = e.fate_id
             group by e.place_id, f.id
            having sum(e.deals) <> 0""", """
            select o.kind, o.stages_known from opportunity o where {opened}"""),

    CUSTOMER("coalesce(l.customer_id, l.id)", "o.customer_id = l.customer_id", """
            select pipeline, stage, stage_order, kind, currency, count(*) filter (where leads) as deals,
                   count(*) filter (where leads and priced) as priced,
                   sum(amount) filter (where same_kind) as amount, sum(weighted) filter (where same_kind) as weighted
              from (
                select first_value(pipeline) over furthest as pipeline, first_value(stage) over furthest as stage,
                       first_value(stage_order) over furthest as stage_order, first_value(kind) over furthest as kind,
                       currency, amount, amount * probability / 100 as weighted,
                       row_number() over furthest = 1 as leads, first_value(kind) over furthest = kind as same_kind,
                       bool_or(amount is not null) over (partition by coalesce(customer_id, id), kind) as priced
                  from (select s.id, s.customer_id, s.amount, p.pipeline, p.stage, p.stage_order, p.kind, p.currency, p.probability
                          from ({standing}) s join place p on p.id = s.place_id) standing
                window furthest as (
                  partition by coalesce(customer_id, id)
                  order by array_position(array['OPEN', 'UNKNOWN', 'WON', 'LOST', 'INVALID', 'UNDATED'], kind),
                           stage_order desc nulls last, pipeline, id)) standing
             group by pipeline, stage, stage_order, kind, currency""", """
            select place_id, of_days, advanced, outcome, lost_reason, array_agg(hundredths) as hundredths,
                   array_agg(deals) as deals
              from (
                select place_id, grouping(hundredths) = 0 as of_days, advanced, outcome, lost_reason, hundredths,
                       count(*)::integer as deals
                from (
                  select min(place_id) as place_id, bool_or(furthest > stage_order) as advanced,
                         round(max(days) * 100)::integer as hundredths,
                         case when bool_or(outcome = 'OPEN') then 'OPEN' when bool_or(outcome = 'LOST') then 'LOST' else 'INVALID'
                         end as outcome, max(lost_reason) as lost_reason
                    from (
                      select coalesce(o.customer_id, o.id) as customer, p.pipeline, p.stage, p.stage_order, p.kind, p.first, p.days,
                             p.starts_at, p.place_id, o.kind as outcome, o.lost_reason,
                             max(p.stage_order) filter (where p.kind in ('OPEN', 'WON'))
                               over (partition by coalesce(o.customer_id, o.id), p.pipeline) as furthest
                        from opportunity_period p join opportunity o on o.id = p.opportunity_id
                       where p.entered and {conditions}) p
                   where first and kind = 'OPEN'
                   group by customer, pipeline, stage, stage_order
                  having {first}) customers
               group by grouping sets ((place_id, advanced, outcome, lost_reason), (place_id, hundredths))) counted
             where not of_days or hundredths is not null
             group by place_id, of_days, advanced, outcome, lost_reason""", """
            select case when bool_or(o.kind = 'OPEN') then 'OPEN' when bool_or(o.kind = 'WON') then 'WON'
                        when bool_or(o.kind = 'LOST') then 'LOST' else 'INVALID'
                   end as kind, bool_or(o.stages_known) as stages_known
              from opportunity o
             where {opened}
             group by coalesce(o.customer_id, o.id)""");

    private final String ofLead;
    private final String dealsOfLead;
    private final String figures;
    private final String cohort;
    private final String opened;

    Unit(String ofLead, String dealsOfLead, String figures, String cohort, String opened) {
        this.ofLead = ofLead;
        this.dealsOfLead = dealsOfLead;
        this.figures = figures;
        this.cohort = cohort;
        this.opened = opened;
    }

    /** What {@code lead l} is counted as. */
    Sql ofLead() {
        return Sql.of(ofLead);
    }

    /** Which {@code opportunity o} came of {@code lead l}. */
    Sql dealsOfLead() {
        return Sql.of(dealsOfLead);
    }

    /** Counts and amounts by stage, of deals {@code standing} in places or, where it is enough, of deals {@code counted} there. */
    Sql figures(Sql standing, Sql counted) {
        return Sql.of(figures, Map.of("standing", standing, "counted", counted));
    }

    /** Counts by place of what became of those that entered it, and several by hundredths of days spent in it. */
    Sql cohort(Map<String, Sql> parts) {
        return Sql.of(cohort, parts);
    }

    /** A row for each that was opened. */
    Sql opened(Map<String, Sql> parts) {
        return Sql.of(opened, parts);
    }
}
