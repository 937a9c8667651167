package io.kehu.reporting.funnel;

import io.kehu.reporting.Labels;
import io.kehu.reporting.LeadParameters;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the leads that are, or were at an instant, on their way to a deal. */
@ApplicationScoped
class LeadSnapshot {

    private static final String NOW = """
            select l.status, count(*)
              from lead l
             where l.status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED') and {conditions}
             group by l.status""";

    /** Whose it was before anything was told tells the first event. */
    private static final String THEN = """
            select p.status, count(*)
              from lead_period p
              join lead l on l.id = p.lead_id
             cross join lateral (
               select t.owner, t.team
                 from lead_tenure t
                where t.lead_id = l.id
                order by t.starts_at <= {at} desc, case when t.starts_at <= {at} then -t.version else t.version end
                limit 1) t
             where p.starts_at <= {at} and (p.ends_at is null or p.ends_at > {at})
               and p.status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED') and {conditions}
             group by p.status""";

    private final ReadModel readModel;

    LeadSnapshot(ReadModel readModel) {
        this.readModel = readModel;
    }

    private record Count(LeadStep step, long leads) {}

    /** @param at null for now */
    List<Snapshot.Lead> make(Instant at, LeadParameters leads) {
        var question = at == null
                ? Sql.of(NOW, Map.of("conditions", leads.conditions()))
                : Sql.of(THEN, Map.of("conditions", leads.conditionsOfThen(at), "at", at));
        var counts = new EnumMap<LeadStep, Long>(LeadStep.class);
        readModel
                .query(question, row -> new Count(LeadStep.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(count -> counts.put(count.step(), count.leads()));
        var labels = Labels.ofRequest();
        return Stream.of(LeadStep.values())
                .map(step -> new Snapshot.Lead(
                        step.name(),
                        step.label(labels),
                        step.order(),
                        counts.getOrDefault(step, 0L),
                        at == null ? leads.records().with("status", step.name()).address() : null))
                .toList();
    }
}
