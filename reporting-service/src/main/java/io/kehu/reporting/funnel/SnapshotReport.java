package io.kehu.reporting.funnel;

import io.kehu.reporting.Amounts;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Counts opportunities by the stage in which they are, or were at an instant of the past. */
@ApplicationScoped
class SnapshotReport {

    private static final String NAMED = """
            select f.pipeline, f.stage, coalesce(s.name, f.stage), coalesce(r.stage_order, f.stage_order), f.kind, f.currency,
                   f.deals, f.priced, f.amount, f.weighted
              from ({figures}) f
              left join stage s on s.pipeline = f.pipeline and s.code = f.stage
              left join stage_rank r on r.pipeline = f.pipeline and r.code = f.stage
             order by f.pipeline, coalesce(r.nth, f.stage_order), f.stage""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final LeadSnapshot leads;

    SnapshotReport(ReadModel readModel, FreshnessReport freshness, LeadSnapshot leads) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.leads = leads;
    }

    private record Place(String pipeline, String stage, int order, String kind) {}

    private record Part(
            Place place,
            String name,
            String currency,
            long count,
            long priced,
            BigDecimal amount,
            BigDecimal weighted) {}

    /**
     * @param at        null for now
     * @param knownAt   only what had been recorded by then counts; null for all
     * @param fromLeads whether the steps of leads stand before the pipeline
     */
    Snapshot make(Instant at, Instant knownAt, DealParameters deals, Unit unit, boolean fromLeads) {
        var wanted = deals.wantedCurrency();
        var about = freshness.about();
        var then = at == null || at.isAfter(about.generatedAt()) ? null : at;
        var steps = fromLeads ? leads.make(then, deals.ofLeads()) : null;
        var standing = knownAt == null
                ? Standing.at(then, deals)
                : Standing.known(then == null ? about.generatedAt() : then, knownAt, deals);
        var parts = parts(standing, unit);
        var list = then == null && knownAt == null && unit == Unit.OPPORTUNITY
                ? deals.records()
                : deals.records().beyond();
        var amounts = new Amounts();
        parts.forEach(part -> amounts.add(part.currency(), part.amount(), part.priced()));
        var currency = amounts.choose(wanted);
        var others = new TreeSet<>(amounts.currencies());
        others.remove(currency);
        return new Snapshot(
                about,
                "snapshot",
                unit,
                at,
                knownAt,
                currency,
                others,
                count(parts, kind -> !kind.equals("UNDATED")),
                count(parts, kind -> kind.equals("OPEN") || kind.equals("UNKNOWN")),
                count(parts, kind -> kind.equals("UNKNOWN")),
                count(parts, kind -> kind.equals("UNDATED")),
                steps,
                stages(parts, kind -> kind.equals("OPEN"), currency, list),
                stages(parts, List.of("WON", "LOST", "INVALID")::contains, currency, list));
    }

    private List<Part> parts(Standing standing, Unit unit) {
        var figures = unit.figures(standing.each(), standing.counted());
        return readModel.query(
                Sql.of(NAMED, Map.of("figures", figures)),
                row -> new Part(
                        new Place(row.getString(1), row.getString(2), row.getInt(4), row.getString(5)),
                        row.getString(3),
                        row.getString(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getBigDecimal(9),
                        row.getBigDecimal(10)));
    }

    private static long count(List<Part> parts, Predicate<String> kind) {
        return parts.stream()
                .filter(part -> kind.test(part.place().kind()))
                .mapToLong(Part::count)
                .sum();
    }

    private static List<Snapshot.Stage> stages(
            List<Part> parts, Predicate<String> kind, String currency, RecordList list) {
        var places = new LinkedHashMap<Place, List<Part>>();
        parts.stream()
                .filter(part -> kind.test(part.place().kind()))
                .forEach(part -> places.computeIfAbsent(part.place(), _ -> new ArrayList<>())
                        .add(part));
        return places.entrySet().stream()
                .map(place -> stage(place.getKey(), place.getValue(), currency, list))
                .toList();
    }

    private static Snapshot.Stage stage(Place place, List<Part> parts, String currency, RecordList list) {
        var amounts = new Amounts();
        var weighted = new Amounts();
        parts.forEach(part -> {
            amounts.add(part.currency(), part.amount(), part.priced());
            weighted.add(part.currency(), part.weighted(), part.priced());
        });
        return new Snapshot.Stage(
                place.pipeline(),
                place.stage(),
                parts.getFirst().name(),
                place.order(),
                place.kind(),
                parts.stream().mapToLong(Part::count).sum(),
                parts.stream().mapToLong(part -> part.count() - part.priced()).sum(),
                amounts.in(currency),
                weighted.in(currency),
                list.with("stage.pipeline", place.pipeline())
                        .with("stage.code", place.stage())
                        .address());
    }
}
