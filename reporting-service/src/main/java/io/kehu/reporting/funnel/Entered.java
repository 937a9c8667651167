package io.kehu.reporting.funnel;

import io.kehu.reporting.DealParameters;
import io.kehu.reporting.Period;
import io.kehu.reporting.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The opportunities that were opened or entered a stage in a period: counted one by one, or from balances, which need only few
 * rows for any number of deals as long as nothing but their groups is asked for.
 *
 * @param opened  whether {@code opportunity o} was opened in it
 * @param counted deals that entered, by place_id, and of_days by hundredths of days spent in the stage, else by fate, as keys;
 *     rows add up
 */
record Entered(Sql opened, Sql counted) {

    private static final String COUNTED = """
            select place_id, of_days, array_agg(key) as keys, array_agg({sign} * deals) as deals
              from (
                select place_id, grouping(hundredths) = 0 as of_days, coalesce(fate_id, hundredths) as key,
                       count(*)::integer as deals
                  from entry
                 where {entered} and {narrowed}
                 group by place_id, grouping sets (fate_id, hundredths)) counted
             where key is not null
             group by place_id, of_days""";

    private static final String BALANCED = """
            select place_id, of_days, keys, deals from entry_balance where {months} and {narrowed}""";

    static Entered in(Period period, DealParameters deals) {
        var narrowed = deals.conditions("opportunity_id", "group_id");
        return new Entered(
                Sql.and(List.of(period.holds("o.opened_at"), deals.conditionsOfToday())),
                deals.ofGroupsAlone()
                        ? balanced(period, narrowed)
                        : counted(Sql.of("1"), period.holds("entered_at"), narrowed));
    }

    private static Sql counted(Object sign, Sql entered, Sql narrowed) {
        return Sql.of(COUNTED, Map.of("sign", sign, "entered", entered, "narrowed", narrowed));
    }

    /** What had been entered when the period ended, less what had been when it began. */
    private static Sql balanced(Period period, Sql narrowed) {
        var months = new ArrayList<Sql>();
        var edges = new ArrayList<Sql>();
        if (period.start() != null) {
            var turn = Turn.nearest(period.start());
            months.add(Sql.of("month >= ?", turn.month()));
            edges.add(edge(turn, "less", narrowed));
        }
        if (period.end() != null) {
            var turn = Turn.nearest(period.end());
            months.add(Sql.of("month < ?", turn.month()));
            edges.add(edge(turn, "more", narrowed));
        }
        return edges.stream()
                .reduce(
                        Sql.of(BALANCED, Map.of("months", Sql.and(months), "narrowed", narrowed)),
                        (one, other) -> Sql.of("{one} union all {other}", Map.of("one", one, "other", other)));
    }

    private static Sql edge(Turn turn, String sign, Sql narrowed) {
        var parts = turn.parts();
        return counted(parts.get(sign), Sql.of("entered_at >= {from} and entered_at < {to}", parts), narrowed);
    }
}
