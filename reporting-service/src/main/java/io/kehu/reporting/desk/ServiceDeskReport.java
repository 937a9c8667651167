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

    /** A ticket stands here as often as something of it happened in the period. */
    private static final String COURSE = """
            with moments as (
              select {key} as grp, moment.what, t.reopen_count,
                     (extract(epoch from moment.at - t.opened_at) / 3600)::double precision as hours
                from ticket t {join}
               cross join lateral (values ('OPENED', t.opened_at), ('RESPONDED', t.first_responded_at),
                 ('RESOLVED', t.resolved_at), ('CLOSED', t.closed_at)) moment (what, at)
               where moment.at is not null and {conditions} and {touched} and {period})
            select grouping(grp) = 1, grp, count(*) filter (where what = 'OPENED'),
                   count(*) filter (where what = 'RESOLVED'), count(*) filter (where what = 'CLOSED'),
                   count(*) filter (where what = 'RESOLVED' and reopen_count > 0), count(*) filter (where what = 'RESPONDED'),
                   percentile_cont(0.5) within group (order by hours) filter (where what = 'RESPONDED'),
                   percentile_cont(0.9) within group (order by hours) filter (where what = 'RESPONDED'),
                   percentile_cont(0.5) within group (order by hours) filter (where what = 'RESOLVED'),
                   percentile_cont(0.9) within group (order by hours) filter (where what = 'RESOLVED')
              from moments
             group by grouping sets ((), (grp))""";

    /** A promise was judged when it was broken, else when it was kept; of an imported one without times the ticket's opening. */
    private static final String PROMISES = """
            with judged as (
              select {key} as grp, s.kind, s.source, s.verdict, case when s.status = 'ENDED' then s.used_minutes end as used
                from sla s join ticket t on t.id = s.ticket_id {join}
               cross join lateral (values (coalesce(s.breached_at, s.ended_at, s.started_at))) moment (at)
               where not s.deleted and s.verdict is not null and {conditions} and {period})
            select grouping(grp) = 1, grp, kind, source, count(*) filter (where verdict = 'MET'),
                   count(*) filter (where verdict = 'BREACHED'),
                   percentile_cont(0.5) within group (order by used), percentile_cont(0.9) within group (order by used)
              from judged
             group by grouping sets ((kind, source), (grp, kind, source))""";

    private static final String BACKLOG = """
            with backlog as (
              select {key} as grp, t.priority, t.assignee
                from ticket t {join} cross join lateral (values (t.opened_at)) moment (at)
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
        var figures = new DeskFigures();
        readModel.each(question.in(COURSE), figures::addCourse);
        readModel.each(question.in(PROMISES), figures::addPromise);
        readModel.each(question.in(BACKLOG), figures::addBacklog);
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
        var course = figures.course(group);
        var waiting = figures.backlog(group);
        return new ServiceDesk.Row(
                group.key(),
                name,
                course.opened(),
                course.resolved(),
                course.closed(),
                waiting.tickets(),
                waiting.unassigned(),
                new TreeMap<>(waiting.byPriority()),
                course.reopened(),
                Shares.share(course.reopened(), course.resolved()),
                Interval.ofShare(course.reopened(), course.resolved()),
                figures.firstResponse(group),
                figures.nextResponse(group),
                figures.resolution(group),
                opened.address(),
                backlog.address());
    }
}
