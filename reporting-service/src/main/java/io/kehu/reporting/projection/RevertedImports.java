package io.kehu.reporting.projection;

import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Remembers which imports of opportunities have been taken back, so that what they told stays away, however late it comes. */
final class RevertedImports {

    private static final String KEEP = """
            insert into reverted_import (opportunity_id, version, since_version) values (?, ?, ?)
            on conflict do nothing""";

    private static final String FORGET = """
            delete from opportunity_period p
             using reverted_import r
             where p.opportunity_id = any (?)
               and r.opportunity_id = p.opportunity_id and p.version >= r.since_version and p.version < r.version""";

    private RevertedImports() {}

    static void keep(Connection connection, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            for (var event : events) {
                if (event.data() instanceof OpportunityEvent.ImportReverted reverted) {
                    statement.setObject(1, event.metadata().aggregateId());
                    statement.setLong(2, event.metadata().version());
                    statement.setLong(3, reverted.sinceVersion());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** Deletes the facts that are none of {@code opportunities}. */
    static void forget(Connection connection, Collection<UUID> opportunities) throws SQLException {
        try (var statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("uuid", opportunities.toArray()));
            statement.executeUpdate();
        }
    }
}
