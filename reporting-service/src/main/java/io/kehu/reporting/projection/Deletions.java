package io.kehu.reporting.projection;

import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Remembers when opportunities were deleted, because until then they are part of the past. */
final class Deletions {

    private static final String KEEP = """
            update opportunity set deleted_at = ?, deleted_version = ?
             where id = ? and coalesce(deleted_version, 0) <= ?""";

    private Deletions() {}

    static void keep(Connection connection, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            for (var event : events) {
                if (event.data() instanceof OpportunityEvent.Deleted) {
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
