package io.kehu.reporting.funnel;

import io.kehu.reporting.Sql;
import java.util.Map;

/**
 * What a funnel counts: opportunities, or customers, each once at its furthest stage. An opportunity without a customer stands
 * for an unknown customer of its own, and so does a lead that has not been converted.
 */
enum Unit {
    OPPORTUNITY("", "l.id", "o.id = l.opportunity_id", """
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

    CUSTOMER(
            "left join survivor m on m.id = l.customer_id",
            "coalesce(m.survivor, l.customer_id, l.id)",
            "o.customer_id = coalesce(m.survivor, l.customer_id)",
            """
            select f.pipeline, f.stage, f.stage_order, f.kind, l.currency, sum(s.deals) filter (where s.leads) as deals,
                   sum(s.deals) filter (where s.leads and s.priced >> (s.furthest >> 20) & 1 = 1) as priced,
                   sum(s.amount) filter (where l.kind = f.kind) as amount,
                   sum(s.amount * l.probability / 100) filter (where l.kind = f.kind) as weighted
              from (
                select s.place_id, s.furthest, s.leads, s.priced, count(*) as deals, sum(s.amount) as amount
                  from (
                    select s.place_id, s.amount, min(s.step) over customer as furthest, row_number() over customer = 1 as leads,
                           bit_or(case when s.amount is null then 0 else 1 << (s.step >> 20) end) over customer as priced
                      from (
                        select s.*, (select array_agg(step order by place_id) from step)
                                      [width_bucket(s.place_id, (select array_agg(place_id order by place_id) from step))] as step
                          from ({standing}) s) s
                    window customer as (
                      partition by coalesce(s.customer_id, s.id) rows between unbounded preceding and unbounded following)) s
                 group by s.place_id, s.furthest, s.leads, s.priced) s
              join place l on l.id = s.place_id
              join (select distinct step, pipeline, stage, stage_order, kind from step) f on f.step = s.furthest
             group by f.pipeline, f.stage, f.stage_order, f.kind, l.currency""",
            """
            select place_id, of_days, advanced, outcome, lost_reason, array_agg(hundredths) as hundredths,
                   array_agg(deals) as deals
              from (
                select place_id, grouping(hundredths) = 0 as of_days, advanced, outcome, lost_reason, hundredths,
                       count(*)::integer as deals
                from (
                  select min(place_id) as place_id, bool_or(furthest > nth or won) as advanced,
                         round(max(days) * 100)::integer as hundredths,
                         case when bool_or(outcome = 'OPEN') then 'OPEN' when bool_or(outcome = 'LOST') then 'LOST' else 'INVALID'
                         end as outcome, max(lost_reason) as lost_reason
                    from (
                      select coalesce(o.customer_id, o.id) as customer, p.pipeline, p.stage, l.nth, p.kind, p.first, p.days, p.starts_at,
                             p.place_id, o.kind as outcome, o.lost_reason,
                             max(l.nth) filter (where p.kind in ('OPEN', 'WON'))
                               over (partition by coalesce(o.customer_id, o.id), p.pipeline) as furthest,
                             bool_or(p.kind in ('WON', 'AFTER_SALES')) over (partition by coalesce(o.customer_id, o.id)) as won
                        from opportunity_period p
                        join opportunity o on o.id = p.opportunity_id
                        join (select l.id, r.nth from place l join stage_rank r on r.pipeline = l.pipeline and r.code = l.stage) l
                          on l.id = p.place_id
                       where p.entered and {conditions}) p
                   where first and kind = 'OPEN'
                   group by customer, pipeline, stage
                  having {first}) customers
               group by grouping sets ((place_id, advanced, outcome, lost_reason), (place_id, hundredths))) counted
             where not of_days or hundredths is not null
             group by place_id, of_days, advanced, outcome, lost_reason""",
            """
            select case when bool_or(o.kind = 'OPEN') then 'OPEN' when bool_or(o.kind = 'WON') then 'WON'
                        when bool_or(o.kind = 'LOST') then 'LOST' else 'INVALID'
                   end as kind, bool_or(o.stages_known) as stages_known
              from opportunity o
             where {opened}
             group by coalesce(o.customer_id, o.id)""");

    private final String besideLead;
    private final String ofLead;
    private final String dealsOfLead;
    private final String figures;
    private final String cohort;
    private final String opened;

    Unit(String besideLead, String ofLead, String dealsOfLead, String figures, String cohort, String opened) {
        this.besideLead = besideLead;
        this.ofLead = ofLead;
        this.dealsOfLead = dealsOfLead;
        this.figures = figures;
        this.cohort = cohort;
        this.opened = opened;
    }

    /** What has to stand after {@code lead l} for the next two: deals follow merged customers, leads do not. */
    Sql besideLead() {
        return Sql.of(besideLead);
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
