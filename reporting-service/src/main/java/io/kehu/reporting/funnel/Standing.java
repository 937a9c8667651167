package io.kehu.reporting.funnel;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.Sql;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Where opportunities stand, now or at an instant: one by one, or counted by place from balances, which need only few rows for
 * any number of deals as long as nothing but their groups is asked for.
 *
 * @param each    id, customer_id, place_id and amount of each deal
 * @param counted deals, how many are priced, and amount, by place_id
 */
record Standing(Sql each, Sql counted) {

    private static final String EACH_NOW = """
            select o.id, o.customer_id, o.place_id, o.amount from opportunity o where {conditions}""";

    private static final String EACH_THEN = """
            select o.id, o.customer_id, s.place_id, s.amount
              from standing s join opportunity o on o.id = s.opportunity_id
             where s.starts_at <= {at} and s.ends_at > {at} and {then}""";

    /** The last fact that had been recorded; one that goes on after the sale has been won. */
    private static final String EACH_KNOWN = """
            select o.id, o.customer_id, p.place_id, p.amount
              from (select distinct on (opportunity_id) *
                      from opportunity_period
                     where recorded_at <= {knownAt} and coalesce(starts_at, recorded_at) <= {at} and kind <> 'AFTER_SALES'
                     order by opportunity_id, coalesce(starts_at, recorded_at) desc, version desc, position desc) p
              join opportunity o on o.id = p.opportunity_id
             where {facts}
            union all
            select o.id, o.customer_id, (select id from place where kind = 'UNKNOWN'), null
              from opportunity o
             cross join lateral (
               select p.owner, p.team, p.pipeline
                 from opportunity_period p
                where p.opportunity_id = o.id and p.recorded_at <= {knownAt}
                order by p.version, p.position
                limit 1) p
             where o.opened_at <= {at} and {facts}
               and not exists (select from opportunity_period p
                                where p.opportunity_id = o.id and p.recorded_at <= {knownAt}
                                  and coalesce(p.starts_at, p.recorded_at) <= {at})""";

    private static final String COUNTED = """
            select place_id, count(*) as deals, count(amount) as priced, sum(amount) as amount
              from ({each}) each
             group by place_id""";

    private static final String BALANCES_NOW = """
            select place_id, sum(deals) as deals, sum(priced) as priced, sum(amount) as amount
              from standing_balance
             where month = 'infinity' and {credits}
             group by place_id""";

    /** All months before the turn of months that is nearest, and what has begun and ended between that and the instant. */
    private static final String BALANCES_THEN = """
            select place_id, sum(deals) as deals, sum(priced) as priced, sum(amount) as amount
              from (
                select credit_id, place_id, deals, priced, amount from standing_balance where month < {month}
                union all
                select credit_id, place_id, {more} * count(*), {more} * count(amount), {more} * sum(amount)
                  from standing
                 where starts_at >= {from} and starts_at < {to}
                 group by credit_id, place_id
                union all
                select credit_id, place_id, {less} * count(*), {less} * count(amount), {less} * sum(amount)
                  from standing
                 where ends_at >= {from} and ends_at < {to}
                 group by credit_id, place_id) booked
             where {credits}
             group by place_id""";

    /** @param at null for now */
    static Standing at(Instant at, DealParameters deals) {
        var parts = new HashMap<String, Object>();
        parts.put("at", at);
        if (at != null) {
            parts.putAll(Turn.nearest(after(at)).parts());
        }
        parts.put("conditions", deals.conditionsOfToday());
        parts.put("then", deals.conditionsOfThen("s.credit_id"));
        parts.put("credits", deals.ofCredits("credit_id"));
        var each = Sql.of(at == null ? EACH_NOW : EACH_THEN, parts);
        var counted = deals.ofGroupsAlone()
                ? Sql.of(at == null ? BALANCES_NOW : BALANCES_THEN, parts)
                : Sql.of(COUNTED, Map.of("each", each));
        return new Standing(each, counted);
    }

    /** As far as it had been recorded; periods and balances follow from all that is known today. */
    static Standing known(Instant at, Instant knownAt, DealParameters deals) {
        var parts = Map.of("at", at, "knownAt", knownAt, "facts", deals.conditionsOfFacts(at, knownAt));
        var each = Sql.of(EACH_KNOWN, parts);
        return new Standing(each, Sql.of(COUNTED, Map.of("each", each)));
    }

    /** Times are kept to the microsecond, so what has happened at the instant lies before the next one. */
    private static Instant after(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
    }
}
