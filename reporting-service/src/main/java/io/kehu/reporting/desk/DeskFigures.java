package io.kehu.reporting.desk;

import io.kehu.reporting.GroupKey;
import io.kehu.reporting.Shares;
import io.kehu.reporting.TimeStep;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the read model told of the tickets of each group, put together from several questions. */
final class DeskFigures {

    private final Map<DeskMoment, Map<GroupKey, Happened>> happened = new EnumMap<>(DeskMoment.class);
    private final Map<GroupKey, Backlog> backlogs = new LinkedHashMap<>();
    private final Map<Promise, Kept> promises = new LinkedHashMap<>();

    private final TimeStep step;

    /** @param step of time that the groups are, or null */
    DeskFigures(TimeStep step) {
        this.step = step;
    }

    /** Tickets to which one thing happened in the period, and how long after their opening. */
    record Happened(long tickets, long reopened, BigDecimal medianHours, BigDecimal p90Hours) {

        private static final Happened NEVER = new Happened(0, 0, null, null);
    }

    /** What is still to be done. */
    record Backlog(long tickets, long unassigned, Map<String, Long> byPriority) {

        private static final Backlog NOTHING = new Backlog(0, 0, Map.of());

        private Backlog and(Backlog other) {
            var all = new LinkedHashMap<>(byPriority);
            other.byPriority.forEach((priority, number) -> all.merge(priority, number, Long::sum));
            return new Backlog(tickets + other.tickets, unassigned + other.unassigned, all);
        }
    }

    /** A kind of promise, as one of two judges sees it. */
    private record Promise(GroupKey group, String kind, String judge) {}

    void add(DeskMoment moment, ResultSet row) throws SQLException {
        happened.computeIfAbsent(moment, _ -> new LinkedHashMap<>())
                .put(
                        GroupKey.read(row, step),
                        new Happened(
                                row.getLong(3),
                                row.getLong(4),
                                Shares.rounded(row.getBigDecimal(5)),
                                Shares.rounded(row.getBigDecimal(6))));
    }

    void addBacklog(ResultSet row) throws SQLException {
        var priority = row.getString(3) == null ? "" : row.getString(3);
        var backlog = new Backlog(row.getLong(4), row.getLong(5), Map.of(priority, row.getLong(4)));
        backlogs.merge(GroupKey.read(row, step), backlog, Backlog::and);
    }

    void addPromise(ResultSet row) throws SQLException {
        promises.put(
                new Promise(GroupKey.read(row, step), row.getString(3), row.getString(4)),
                Kept.of(row.getLong(5), row.getLong(6), row.getBigDecimal(7), row.getBigDecimal(8)));
    }

    /** The groups, without the total. */
    List<String> groups() {
        Set<GroupKey> all = new LinkedHashSet<>(backlogs.keySet());
        happened.values().forEach(groups -> all.addAll(groups.keySet()));
        promises.keySet().forEach(promise -> all.add(promise.group()));
        return all.stream().filter(group -> !group.total()).map(GroupKey::key).toList();
    }

    Happened happened(DeskMoment moment, GroupKey group) {
        return happened.getOrDefault(moment, Map.of()).getOrDefault(group, Happened.NEVER);
    }

    Backlog backlog(GroupKey group) {
        return backlogs.getOrDefault(group, Backlog.NOTHING);
    }

    private Kept kept(GroupKey group, String kind, String judge) {
        return promises.getOrDefault(new Promise(group, kind, judge), Kept.NOTHING);
    }

    Speed firstResponse(GroupKey group) {
        return speed(group, "FIRST_RESPONSE", happened(DeskMoment.RESPONDED, group));
    }

    Speed nextResponse(GroupKey group) {
        return new Speed(
                null, null, null, kept(group, "NEXT_RESPONSE", "COMPUTED"), kept(group, "NEXT_RESPONSE", "IMPORTED"));
    }

    Speed resolution(GroupKey group) {
        return speed(group, "RESOLUTION", happened(DeskMoment.RESOLVED, group));
    }

    private Speed speed(GroupKey group, String kind, Happened done) {
        return new Speed(
                done.tickets(),
                done.medianHours(),
                done.p90Hours(),
                kept(group, kind, "COMPUTED"),
                kept(group, kind, "IMPORTED"));
    }
}
