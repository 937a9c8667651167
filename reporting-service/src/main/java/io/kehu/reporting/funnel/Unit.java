package io.kehu.reporting.funnel;

import io.kehu.reporting.Sql;
import java.util.Map;

/**
 * What a funnel counts: opportunities, or customers, each once at its furthest stage. An opportunity without a customer stands
 * for an unknown customer of its own, and so does a lead that has not been converted.
 */
enum Unit {
    OPPORTUNITY("l.id", "o.id = l.opportunity_id", """
            select pipeline, stage, stage_order, kind, currency, count(*) as deals, count(amount) as priced,
                   sum(amount) as amount, sum(amount * probability / 100) as weighted
              from ({standing}) standing
             group by pipeline, stage, stage_order, kind, currency""", """
            select p.pipeline, p.stage, p.stage_order, p.advanced, p.days, o.kind, o.lost_reason
              from opportunity_period p join opportunity o on o.id = p.opportunity_id
             where p.first and p.kind = 'OPEN' and {entered} and {conditions}""", """
            select o.kind, o.stages_known from opportunity o where {opened} and {conditions}"""),

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
                  from ({standing}) standing
                window furthest as (
                  partition by coalesce(customer_id, id)
                  order by array_position(array['OPEN', 'UNKNOWN', 'WON', 'LOST', 'INVALID', 'UNDATED'], kind),
                           stage_order desc nulls last, pipeline, id)) standing
             group by pipeline, stage, stage_order, kind, currency""", """
            select pipeline, stage, stage_order, bool_or(furthest > stage_order) as advanced, max(days) as days,
                   case when bool_or(outcome = 'OPEN') then 'OPEN' when bool_or(outcome = 'LOST') then 'LOST' else 'INVALID'
                   end as kind, max(lost_reason) as lost_reason
              from (
                select coalesce(o.customer_id, o.id) as customer, p.pipeline, p.stage, p.stage_order, p.kind, p.first, p.days,
                       p.starts_at, o.kind as outcome, o.lost_reason,
                       max(p.stage_order) filter (where p.kind in ('OPEN', 'WON'))
                         over (partition by coalesce(o.customer_id, o.id), p.pipeline) as furthest
                  from opportunity_period p join opportunity o on o.id = p.opportunity_id
                 where p.entered and {conditions}) p
             where first and kind = 'OPEN'
             group by customer, pipeline, stage, stage_order
            having {first}""", """
            select case when bool_or(o.kind = 'OPEN') then 'OPEN' when bool_or(o.kind = 'WON') then 'WON'
                        when bool_or(o.kind = 'LOST') then 'LOST' else 'INVALID'
                   end as kind, bool_or(o.stages_known) as stages_known
              from opportunity o
             where {opened} and {conditions}
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

    /** Counts and amounts by stage. */
    Sql figures(Sql standing) {
        return Sql.of(figures, Map.of("standing", standing));
    }

    /** A row for each first entry into an open stage. */
    Sql cohort(Map<String, Sql> parts) {
        return Sql.of(cohort, parts);
    }

    /** A row for each that was opened. */
    Sql opened(Map<String, Sql> parts) {
        return Sql.of(opened, parts);
    }
}
