package io.kehu.activity.timeline;

import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Reads a timeline: this service's activities from their own table, so that an author sees his at once, and everything else
 * from what other services told. Each entry is judged by its own record as it stands now, and by the module's permission.
 */
@ApplicationScoped
class TimelineReader {

    private static final int TIMEOUT_SECONDS = 2;

    /** %1$s is the column of the subject, %2$s whose activities, %3$s where the page begins, the rest what may be seen. */
    private static final String QUERY = """
            select * from (
              select i.event_id, i.position, i.type, i.occurred_at, i.actor, i.from_code, i.to_code,
                     r.type as record_type, r.id as record_id, r.number, r.name, r.kind
                from timeline_record r join timeline_item i on i.record_id = r.id
               where r.%1$s = ? and not r.deleted and r.type = any(?) and %4$s
              union all
              select a.id, 0, 'activity.logged', a.happened_at, a.owner, null, a.outcome,
                     'activity', a.id, a.number, a.subject, a.type
                from activity a
               where %2$s and a.deleted_at is null and %5$s
            ) as item %3$s
            order by occurred_at desc, event_id desc, position desc limit ?""";

    private static final String ACTIVITIES_OF_CUSTOMER = "(a.customer_id = ? or a.opportunity_id in"
            + " (select id from timeline_record where customer_id = ? and type = 'opportunity'))";
    private static final String ACTIVITIES_OF_OPPORTUNITY = "a.opportunity_id = ?";
    private static final String BEHIND_CURSOR = "where (occurred_at, event_id, position) < (?, ?, ?)";

    private final EntityManager entities;
    private final References references;

    TimelineReader(EntityManager entities, References references) {
        this.entities = entities;
        this.references = references;
    }

    /** The newest first. Not found if the caller may not see the subject itself. */
    Page<TimelineItem> page(TimelineSubject wanted, String cursor, int limit) {
        var start = cursor == null ? null : TimelineCursor.parse(cursor, wanted);
        var standing = references
                .find(wanted.family(), wanted.id())
                .orElseThrow(() -> new NotFound(wanted.family().aggregate(), wanted.id()));
        var subject = new TimelineSubject(wanted.family(), standing.id());
        var rows = entities.unwrap(Session.class)
                .doReturningWork(connection -> rows(connection, subject, start, limit + 1));
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(Row::item).toList(),
                more ? shown.getLast().cursor().write(wanted) : null,
                null);
    }

    private record Row(TimelineCursor cursor, TimelineItem item) {}

    private static List<Row> rows(Connection connection, TimelineSubject subject, TimelineCursor start, int limit)
            throws SQLException {
        var ofCustomer = subject.family() == EventFamily.CUSTOMER;
        var records = Visibility.current().ofCustomerRecord("r");
        var activities = Visibility.current().ofCustomerRecord("a");
        var sql = QUERY.formatted(
                ofCustomer ? "customer_id" : "opportunity_id",
                ofCustomer ? ACTIVITIES_OF_CUSTOMER : ACTIVITIES_OF_OPPORTUNITY,
                start == null ? "" : BEHIND_CURSOR,
                records.sql(),
                activities.sql());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            var parameters = new ArrayList<Object>();
            parameters.add(subject.id());
            parameters.add(connection.createArrayOf("text", readable()));
            parameters.addAll(records.parameters());
            parameters.add(subject.id());
            if (ofCustomer) {
                parameters.add(subject.id());
            }
            parameters.addAll(activities.parameters());
            if (start != null) {
                parameters.addAll(
                        List.of(start.occurredAt().atOffset(ZoneOffset.UTC), start.eventId(), start.position()));
            }
            parameters.add(limit);
            for (var index = 0; index < parameters.size(); index++) {
                statement.setObject(index + 1, parameters.get(index));
            }
            var rows = new ArrayList<Row>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    /** The kinds of record whose module the caller may read. */
    private static Object[] readable() {
        var caller = Caller.current();
        return Stream.of(EventFamily.values())
                .map(EventFamily::aggregate)
                .filter(aggregate -> caller.may(aggregate + ":read"))
                .toArray();
    }

    private static Row row(ResultSet result) throws SQLException {
        var cursor = new TimelineCursor(
                result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                result.getObject("event_id", UUID.class),
                result.getInt("position"));
        var item = new TimelineItem(
                cursor.position() == 0 ? cursor.eventId().toString() : cursor.eventId() + "-" + cursor.position(),
                result.getString("type"),
                cursor.occurredAt(),
                result.getString("actor"),
                result.getString("from_code"),
                result.getString("to_code"),
                new TimelineItem.RecordLink(
                        result.getString("record_type"),
                        result.getObject("record_id", UUID.class),
                        result.getString("number"),
                        result.getString("name"),
                        result.getString("kind")));
        return new Row(cursor, item);
    }
}
