package io.kehu.reporting.desk;

import io.kehu.reporting.GroupKey;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the read model told of the tickets of each group, put together from three questions. */
final class DeskFigures {

    private final Map<GroupKey, Course> courses = new LinkedHashMap<>();
    private final Map<GroupKey, Backlog> backlogs = new LinkedHashMap<>();
    private final Map<Promise, Kept> promises = new LinkedHashMap<>();

    /** What happened in the period. */
    record Course(
            long opened,
            long resolved,
            long closed,
            long reopened,
            long responded,
            BigDecimal responseMedian,
            BigDecimal responseP90,
            BigDecimal resolutionMedian,
            BigDecimal resolutionP90) {

        private static final Course NOTHING = new Course(0, 0, 0, 0, 0, null, null, null, null);

        static Course read(ResultSet row) throws SQLException {
            return new Course(
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    Shares.rounded(row.getBigDecimal(8)),
                    Shares.rounded(row.getBigDecimal(9)),
                    Shares.rounded(row.getBigDecimal(10)),
                    Shares.rounded(row.getBigDecimal(11)));
        }
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

    void addCourse(ResultSet row) throws SQLException {
        courses.put(GroupKey.read(row), Course.read(row));
    }

    void addBacklog(ResultSet row) throws SQLException {
        var priority = row.getString(3) == null ? "" : row.getString(3);
        var backlog = new Backlog(row.getLong(4), row.getLong(5), Map.of(priority, row.getLong(4)));
        backlogs.merge(GroupKey.read(row), backlog, Backlog::and);
    }

    void addPromise(ResultSet row) throws SQLException {
        promises.put(
                new Promise(GroupKey.read(row), row.getString(3), row.getString(4)),
                Kept.of(row.getLong(5), row.getLong(6), row.getBigDecimal(7), row.getBigDecimal(8)));
    }

    /** The groups, without the total. */
    List<String> groups() {
        Set<GroupKey> all = new LinkedHashSet<>(courses.keySet());
        all.addAll(backlogs.keySet());
        promises.keySet().forEach(promise -> all.add(promise.group()));
        return all.stream().filter(group -> !group.total()).map(GroupKey::key).toList();
    }

    Course course(GroupKey group) {
        return courses.getOrDefault(group, Course.NOTHING);
    }

    Backlog backlog(GroupKey group) {
        return backlogs.getOrDefault(group, Backlog.NOTHING);
    }

    private Kept kept(GroupKey group, String kind, String judge) {
        return promises.getOrDefault(new Promise(group, kind, judge), Kept.NOTHING);
    }

    Speed firstResponse(GroupKey group) {
        var course = course(group);
        return speed(group, "FIRST_RESPONSE", course.responded(), course.responseMedian(), course.responseP90());
    }

    Speed nextResponse(GroupKey group) {
        return speed(group, "NEXT_RESPONSE", null, null, null);
    }

    Speed resolution(GroupKey group) {
        var course = course(group);
        return speed(group, "RESOLUTION", course.resolved(), course.resolutionMedian(), course.resolutionP90());
    }

    private Speed speed(GroupKey group, String kind, Long tickets, BigDecimal median, BigDecimal p90) {
        return new Speed(tickets, median, p90, kept(group, kind, "COMPUTED"), kept(group, kind, "IMPORTED"));
    }
}
