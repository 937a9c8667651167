package io.kehu.reporting.projection;

import io.kehu.events.DomainEvent;
import io.kehu.events.Event;
import io.kehu.events.LeadEvent;
import io.kehu.events.OpportunityEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Remembers when opportunities and leads were deleted, because until then they are part of the past. */
final class Deletions {

    private static final String KEEP = """
            update %s set deleted_at = ?, deleted_version = ?
             where id = ? and coalesce(deleted_version, 0) <= ?""";

    private Deletions() {}

    static void keepOfOpportunities(Connection connection, List<Event> events) throws SQLException {
        keep(connection, events, "opportunity", OpportunityEvent.Deleted.class);
    }

    static void keepOfLeads(Connection connection, List<Event> events) throws SQLException {
        keep(connection, events, "lead", LeadEvent.Deleted.class);
    }

    private static void keep(
            Connection connection, List<Event> events, String table, Class<? extends DomainEvent> deletion)
            throws SQLException {
        try (var statement = connection.prepareStatement(KEEP.formatted(table))) {
            for (var event : events) {
                if (deletion.isInstance(event.data())) {
                    StateTable.set(statement, 1, event.metadata().occurredAt());
                    statement.setLong(2, event.metadata().version());
                    statement.setObject(3, event.state().id());
                    statement.setLong(4, event.metadata().version());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
