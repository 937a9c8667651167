package io.kehu.platform.access;

import io.kehu.events.Collaborator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The collaborators of rows in the form in which {@link Visibility} looks them up: of this service's own records, kept in the
 * transaction that changes them, and of others' records as their events told.
 */
public final class RowShares {

    private RowShares() {}

    /** Replaces the shares of each record. */
    public static void replace(Connection connection, Map<UUID, List<Collaborator>> collaborators) throws SQLException {
        if (collaborators.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from row_share where aggregate_id = any(?)")) {
            delete.setArray(
                    1, connection.createArrayOf("uuid", collaborators.keySet().toArray()));
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                "insert into row_share (aggregate_id, principal, access, expires_at) values (?, ?, ?, ?)")) {
            for (var record : collaborators.entrySet()) {
                for (var collaborator : record.getValue()) {
                    insert.setObject(1, record.getKey());
                    insert.setString(2, collaborator.principal());
                    insert.setString(3, collaborator.access().name());
                    insert.setObject(
                            4,
                            collaborator.expiresAt() == null
                                    ? null
                                    : collaborator.expiresAt().atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
