package io.kehu.reporting.desk;

import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.GroupKey;
import io.kehu.reporting.GroupNames;
import io.kehu.reporting.Interval;
import io.kehu.reporting.Labels;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Counts what happened to tickets, each figure on the day when it became true, and what is still to be done. */
@ApplicationScoped
class ServiceDeskReport {

    /** To take a date part is much cheaper than to extract it, which makes a decimal number. */
    private static final String HAPPENED = """
            select grouping(grp) = 1, grp, count(*), count(*) filter (where reopen_count > 0),
                   percentile_cont(0.5) within group (order by hours), percentile_cont(0.9) within group (order by hours)
              from (select {key} as grp, t.reopen_count, date_part('epoch', {time} - t.opened_at) / 3600 as hours
                      from ticket t {join}
                     where {time} is not null and {conditions} and {period}) happened
             group by grouping sets ((), (grp))""";

    /** A promise was judged when it was broken, else when it was kept; of an imported one without times the ticket's opening. */
    private static final String PROMISES = """
            with judged as (
              select {key} as grp, s.kind, s.source, s.verdict, case when s.status = 'ENDED' then s.used_minutes end as used
                from sla s join ticket t on t.id = s.ticket_id {join}
               where not s.deleted and s.verdict is not null and {conditions} and {period})
            select grouping(grp) = 1, grp, kind, source, count(*) filter (where verdict = 'MET'),
                   count(*) filter (where verdict = 'BREACHED'),
                   percentile_cont(0.5) within group (order by used), percentile_cont(0.9) within group (order by used)
              from judged
             group by grouping sets ((kind, source), (grp, kind, source))""";

    private static final String JUDGED = "coalesce(s.breached_at, s.ended_at, s.started_at)";

    private static final String BACKLOG = """
            with backlog as (
              select {key} as grp, t.priority, t.assignee
                from ticket t {join}
               where {conditions} and {open})
            select grouping(grp) = 1, grp, priority, count(*), count(*) filter (where assignee is null)
              from backlog
             group by grouping sets ((priority), (grp, priority))""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final GroupNames names;

    ServiceDeskReport(ReadModel readModel, FreshnessReport freshness, GroupNames names) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.names = names;
    }

    ServiceDesk make(DeskQuestion question) {
        var about = freshness.about();
        var figures = new DeskFigures(question.groupBy().step());
        for (var moment : DeskMoment.values()) {
            readModel.each(question.in(HAPPENED, moment.time()), row -> figures.add(moment, row));
        }
        readModel.each(question.in(PROMISES, JUDGED), figures::addPromise);
        readModel.each(question.in(BACKLOG, DeskMoment.OPENED.time()), figures::addBacklog);
        var total = row(figures, GroupKey.TOTAL, null, question.opened(), question.backlog());
        return new ServiceDesk(
                about,
                question.period(),
                question.at(),
                question.groupBy(),
                total,
                question.groupBy() == DeskGroup.NONE ? List.of() : rows(question, figures));
    }

    private List<ServiceDesk.Row> rows(DeskQuestion question, DeskFigures figures) {
        var groupBy = question.groupBy();
        var keys = figures.groups();
        var named = names.of(groupBy.naming(), new ArrayList<>(keys));
        var labels = Labels.ofRequest();
        var byKey = Comparator.comparing(ServiceDesk.Row::key, Comparator.nullsLast(Comparator.naturalOrder()));
        var byVolume = Comparator.comparingLong(ServiceDesk.Row::opened).reversed();
        return keys.stream()
                .map(key -> row(
                        figures,
                        new GroupKey(false, key),
                        named.getOrDefault(key, labels.name(groupBy, key)),
                        groupBy.records(question.opened(), key, question.period()),
                        groupBy.records(question.backlog(), key, question.period())))
                .sorted(groupBy.step() == null ? byVolume.thenComparing(byKey) : byKey)
                .toList();
    }

    private static ServiceDesk.Row row(
            DeskFigures figures, GroupKey group, String name, RecordList opened, RecordList backlog) {
        var resolved = figures.happened(DeskMoment.RESOLVED, group);
        var waiting = figures.backlog(group);
        return new ServiceDesk.Row(
                group.key(),
                name,
                figures.happened(DeskMoment.OPENED, group).tickets(),
                resolved.tickets(),
                figures.happened(DeskMoment.CLOSED, group).tickets(),
                waiting.tickets(),
                waiting.unassigned(),
                new TreeMap<>(waiting.byPriority()),
                resolved.reopened(),
                Shares.share(resolved.reopened(), resolved.tickets()),
                Interval.ofShare(resolved.reopened(), resolved.tickets()),
                figures.firstResponse(group),
                figures.nextResponse(group),
                figures.resolution(group),
                opened.address(),
                backlog.address());
    }
}
