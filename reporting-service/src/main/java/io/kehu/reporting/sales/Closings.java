package io.kehu.reporting.sales;

import io.kehu.reporting.Conditions;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The deals that were won or lost in a period, as all sales reports count them: first by the number that a group's key is told
 * from, because a million of those are counted in no time, and only these counts by the key.
 */
@ApplicationScoped
public class Closings {

    private static final String COUNTED = """
            select {key}, l.kind, l.currency, {reason}, sum(n.deals), sum(n.priced),
                   case when sum(n.priced) > 0 then sum(n.amount) end, sum(n.dated), sum(n.days)
              from ({counted}) n join place l on l.id = n.place_id {named}
             group by 1, 2, 3, 4
            having sum(n.deals) > 0""";

    private static final String EACH = """
            select {number} as number, o.place_id, {trait} as trait_id, count(*) as deals, count(o.amount) as priced,
                   sum(o.amount) as amount, count({days}) as dated, sum({days}) as days
              from closing o {customer}
             where {places} and {conditions} and {period}
             group by 1, 2, 3""";

    private static final String BALANCED = """
            select {number} as number, o.place_id, sum(o.deals) as deals, sum(o.priced) as priced, sum(o.amount) as amount,
                   sum(o.dated) as dated, sum(o.all_days) as days
              from ({rows}) o
             where {conditions}
             group by 1, 2""";

    private static final String MONTHS = """
            select since as closed_on, credit_id, place_id, deals, priced, amount, dated, all_days
              from closing_balance
             where not of_days and {balances}""";

    private static final String DAYS_OF_MONTHS = """
            select closed_on, credit_id, place_id, {times} * count(*), {times} * count(amount), {times} * coalesce(sum(amount), 0),
                   {times} * count(days), {times} * coalesce(sum(days), 0)
              from closing
             where closed_on >= {from} and closed_on < {to}
             group by closed_on, credit_id, place_id""";

    private static final String CYCLES = """
            select {key}, n.days, sum(n.deals) from ({counted}) n {named} group by 1, 2 having sum(n.deals) > 0""";

    private static final String EACH_CYCLE = """
            select {number} as number, {days} as days, count(*) as deals
              from closing o {customer}
             where {places} and {conditions} and {period}
             group by 1, 2""";

    private static final String BALANCED_CYCLES = """
            select {number} as number, o.days, sum(o.deals) as deals
              from ({rows}) o
             where {places} and {conditions}
             group by 1, 2""";

    private static final String YEARS = """
            select credit_id, place_id, days, deals from closing_balance where of_days and {balances}""";

    private static final String DAYS_OF_YEARS = """
            select credit_id, place_id, days, {times} * count(*)
              from closing
             where closed_on >= {from} and closed_on < {to}
             group by credit_id, place_id, days""";

    private static final String SINCE_STAGE = """
            ((o.closed_at at time zone {zone})::date
             - ((select min(e.entered_at)
                   from entry e join place l on l.id = e.place_id
                  where e.opportunity_id = o.opportunity_id and l.stage = {stage}) at time zone {zone})::date)""";

    private static final String PLACES = "o.place_id in (select id from place where kind = ?)";

    private final ReadModel readModel;

    Closings(ReadModel readModel) {
        this.readModel = readModel;
    }

    /**
     * Deals that were closed alike.
     *
     * @param group  key of the group
     * @param kind   WON or LOST
     * @param reason for which they were lost, where that is asked for
     * @param priced those of them with an amount
     * @param dated  those of them of which both days are known
     * @param days   of these, from opening to closing
     */
    public record Closing(
            String group,
            String kind,
            String currency,
            String reason,
            long deals,
            long priced,
            BigDecimal amount,
            long dated,
            long days) {}

    /**
     * Won deals that took as long.
     *
     * @param days null where one of both days is not known
     */
    record Cycle(String group, Integer days, long deals) {}

    public List<Closing> of(Period period, DealParameters deals, Holder holder, GroupBy groupBy) {
        var parts = parts(period, deals, holder, groupBy);
        parts.put("places", Sql.of("true"));
        parts.put("trait", Sql.of("null::integer"));
        parts.put("reason", Sql.of("null::text"));
        parts.put("rows", Booked.byMonths(period).rows(MONTHS, DAYS_OF_MONTHS));
        var balanced = balanced(period, deals) && Numbering.of(groupBy).balancedByMonths();
        return counted(balanced ? BALANCED : EACH, parts, groupBy);
    }

    /** By the reasons for which they were lost. */
    List<Closing> lost(Period period, DealParameters deals, GroupBy groupBy) {
        var parts = parts(period, deals, Holder.CREDITED, groupBy);
        parts.put("places", Sql.of(PLACES, "LOST"));
        parts.put("trait", Sql.of("o.trait_id"));
        parts.put("reason", Sql.of("(select t.lost_reason from trait t where t.id = n.trait_id)"));
        return counted(EACH, parts, groupBy);
    }

    private List<Closing> counted(String counted, Map<String, Sql> parts, GroupBy groupBy) {
        parts.put("counted", Sql.of(counted, parts));
        return readModel.query(
                Sql.of(COUNTED, parts),
                row -> new Closing(
                        groupBy.tell(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBigDecimal(7),
                        row.getLong(8),
                        row.getLong(9)));
    }

    /** @param fromStage code of the stage from whose first entry on days count; null for from opening on */
    List<Cycle> cycles(Period period, DealParameters deals, GroupBy groupBy, String fromStage) {
        var parts = parts(period, deals, Holder.CREDITED, groupBy);
        if (fromStage != null) {
            parts.put("days", Sql.of(SINCE_STAGE, Map.of("stage", fromStage, "zone", period.zone())));
        }
        parts.put("places", Sql.of(PLACES, "WON"));
        parts.put("rows", Booked.byYears(period).rows(YEARS, DAYS_OF_YEARS));
        var balanced = fromStage == null
                && balanced(period, deals)
                && Numbering.of(groupBy).balancedByYears()
                && ofYears(period);
        parts.put("counted", Sql.of(balanced ? BALANCED_CYCLES : EACH_CYCLE, parts));
        return readModel.query(
                Sql.of(CYCLES, parts),
                row -> new Cycle(groupBy.tell(row.getString(1)), row.getObject(2, Integer.class), row.getLong(3)));
    }

    /** Whether balances tell of just these days and deals. */
    private static boolean balanced(Period period, DealParameters deals) {
        return period.ofStoredDays() && deals.ofGroupsAlone();
    }

    /** Of less, what lies between the turns of years would be more than the period itself. */
    private static boolean ofYears(Period period) {
        return period.from() == null
                || period.to() == null
                || period.from().plusYears(1).minusDays(1).isBefore(period.to().plusDays(1));
    }

    private static Map<String, Sql> parts(Period period, DealParameters deals, Holder holder, GroupBy groupBy) {
        var numbering = Numbering.of(groupBy);
        var parts = new HashMap<String, Sql>();
        parts.put("key", groupBy.key(period));
        parts.put("customer", groupBy.ofCustomers() ? groupBy.join() : Sql.of(""));
        parts.put("number", numbering.number(groupBy, period));
        parts.put("named", numbering.named(groupBy, period));
        parts.put("days", days(period));
        parts.put("conditions", deals.ofClosings(holder));
        parts.put("period", held(period));
        return parts;
    }

    private static Sql days(Period period) {
        return period.ofStoredDays()
                ? Sql.of("o.days")
                : Sql.of(
                        "((o.closed_at at time zone {zone})::date - (o.opened_at at time zone {zone})::date)",
                        Map.of("zone", period.zone()));
    }

    /** Days are found by an index; where they are those of another time zone, they begin and end within a day of these. */
    private static Sql held(Period period) {
        var margin = period.ofStoredDays() ? 0 : 1;
        var conditions = new Conditions();
        if (period.from() != null) {
            conditions.with(Sql.of("o.closed_on >= ?", period.from().minusDays(margin)));
        }
        if (period.to() != null) {
            conditions.with(Sql.of("o.closed_on <= ?", period.to().plusDays(margin)));
        }
        return period.ofStoredDays()
                ? conditions.sql()
                : conditions.with(period.holds("o.closed_at")).sql();
    }
}
