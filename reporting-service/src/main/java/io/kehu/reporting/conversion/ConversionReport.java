package io.kehu.reporting.conversion;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.LeadParameters;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Follows the leads of a period until their deals are won; a lead that came further has passed every step before. */
@ApplicationScoped
class ConversionReport {

    private static final String OUTCOMES = """
            with created as (
              select {key} as grp, l.opportunity_id, (select max(p.step) from lead_period p where p.lead_id = l.id) as furthest
                from lead l
               where {conditions} and {period})
            select c.grp, o.currency, count(*), count(*) filter (where c.furthest >= 4),
                   count(*) filter (where c.furthest >= 5), count(o.id), count(o.amount) filter (where {seen}),
                   sum(o.amount) filter (where {seen})
              from created c
              left join opportunity o on o.id = c.opportunity_id and o.kind = 'WON' and not o.deleted
             group by c.grp, o.currency""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    ConversionReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    Conversion make(Period period, LeadParameters leads, LeadGroup groupBy) {
        var wanted = leads.wantedCurrency();
        var about = freshness.about();
        var groups = groups(period, leads, groupBy);
        var total = groups.values().stream().reduce(new LeadOutcomes(), LeadOutcomes::add);
        var currency = total.wonAmounts().choose(wanted);
        var others = new TreeSet<>(total.wonAmounts().currencies());
        others.remove(currency);
        var list = period.records(leads.records(), "createdAt");
        return new Conversion(
                about,
                period,
                groupBy,
                currency,
                others,
                total.row(null, null, currency, list.address()),
                groupBy == LeadGroup.NONE ? List.of() : rows(groupBy, groups, currency, list));
    }

    private Map<String, LeadOutcomes> groups(Period period, LeadParameters leads, LeadGroup groupBy) {
        var question = Sql.of(
                OUTCOMES,
                Map.of(
                        "key", groupBy.key(period),
                        "conditions", leads.conditions(),
                        "period", period.holds("l.created_at"),
                        "seen", Sql.visible("o")));
        var groups = new HashMap<String, LeadOutcomes>();
        readModel.query(question, row -> {
            var group = groups.computeIfAbsent(row.getString(1), _ -> new LeadOutcomes());
            group.add(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
            group.addWon(row.getString(2), row.getBigDecimal(8), row.getLong(7));
            return group;
        });
        return groups;
    }

    private List<Conversion.Row> rows(
            LeadGroup groupBy, Map<String, LeadOutcomes> groups, String currency, RecordList list) {
        var named = names.of(groupBy.naming(), new ArrayList<>(groups.keySet()));
        var byKey = Comparator.comparing(Conversion.Row::key, Comparator.nullsLast(Comparator.naturalOrder()));
        var byLeads = Comparator.comparingLong(Conversion.Row::leads).reversed();
        return groups.entrySet().stream()
                .map(group -> group.getValue()
                        .row(
                                group.getKey(),
                                named.getOrDefault(group.getKey(), group.getKey()),
                                currency,
                                groupBy.records(list, group.getKey()).address()))
                .sorted(groupBy.temporal() ? byKey : byLeads.thenComparing(byKey))
                .toList();
    }
}
