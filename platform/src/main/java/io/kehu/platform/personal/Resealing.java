package io.kehu.platform.personal;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.operations.Leases;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/**
 * After a rotation, brings every sealed value and its indexes under the current key, in the background and in small steps
 * whose position is kept, so that a restart repeats none. A column is done when going through it finds nothing any more: a
 * row that somebody saved with its old columns at the same moment is found by the next pass.
 */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final String LEASE = "resealing";
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int STEP = 500;
    private static final UUID START = new UUID(0, 0);

    private final AgroalDataSource database;
    private final SealedColumns columns;
    private final Leases leases;
    private volatile boolean done;
    private volatile boolean stopped;

    Resealing(AgroalDataSource database, SealedColumns columns, Leases leases) {
        this.database = database;
        this.columns = columns;
        this.leases = leases;
    }

    /**
     * How far one column is.
     *
     * @param stale values that are still under a key of before
     */
    @Schema(name = "SealedColumnProgress", description = "How far one sealed column is under the current key")
    public record Progress(String column, boolean done, long resealed, long stale) {}

    /** The current key's id, and how far each column is; an old key may go when nothing is stale any more. */
    @Schema(name = "PersonalDataKey", description = "The key of personal data 密钥, and what is not under it yet")
    public record Status(String keyId, List<Progress> columns) {}

    private record Stored(String keyId, UUID position, boolean done, long resealed, long ofThisPass) {}

    private record Value(UUID id, byte[] sealed) {}

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (!done && leases.hold(LEASE, HELD)) {
                work();
                leases.release(LEASE);
            }
        } catch (RuntimeException | SQLException e) {
            LOG.warnf("Personal data is not under the current key yet: %s", e.toString());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks at every column again, for instance after the last replica with the old configuration has ended. */
    public void again() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("update resealing set done = false, position = ?")) {
            statement.setObject(1, START);
            statement.executeUpdate();
            done = false;
        } catch (SQLException e) {
            throw new IllegalStateException("Sealing anew could not be ordered", e);
        }
    }

    public Status status() {
        var progress = new ArrayList<Progress>();
        try (var connection = database.getConnection()) {
            for (var column : columns.all()) {
                var stored = stored(connection, column);
                try (var statement = connection.prepareStatement(column.countStale())) {
                    statement.setBytes(1, KeyRing.configured().currentPrefix());
                    try (var row = statement.executeQuery()) {
                        row.next();
                        progress.add(new Progress(column.name(), stored.done(), stored.resealed(), row.getLong(1)));
                    }
                }
            }
            return new Status(KeyRing.configured().currentId(), progress);
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of personal data could not be looked at", e);
        }
    }

    private void work() throws SQLException {
        for (var column : columns.all()) {
            while (!stepped(column)) {
                if (stopped || !leases.hold(LEASE, HELD)) {
                    return;
                }
            }
        }
        done = true;
    }

    /** One step in a transaction of its own; true when the column is done. */
    private boolean stepped(SealedColumn column) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var before = stored(connection, column);
                var after = before.done() ? before : step(connection, column, before);
                connection.commit();
                return after.done();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static Stored step(Connection connection, SealedColumn column, Stored before) throws SQLException {
        var stale = stale(connection, column, before.position());
        reseal(connection, column, stale);
        var through = stale.size() < STEP;
        var ofThisPass = before.ofThisPass() + stale.size();
        var after = new Stored(
                before.keyId(),
                through ? START : stale.getLast().id(),
                through && ofThisPass == 0,
                before.resealed() + stale.size(),
                through ? 0 : ofThisPass);
        store(connection, column, after);
        return after;
    }

    private static List<Value> stale(Connection connection, SealedColumn column, UUID position) throws SQLException {
        try (var statement = connection.prepareStatement(column.selectStale())) {
            statement.setObject(1, position);
            statement.setBytes(2, KeyRing.configured().currentPrefix());
            statement.setInt(3, STEP);
            try (var rows = statement.executeQuery()) {
                var values = new ArrayList<Value>();
                while (rows.next()) {
                    values.add(new Value(rows.getObject(1, UUID.class), rows.getBytes(2)));
                }
                return values;
            }
        }
    }

    private static void reseal(Connection connection, SealedColumn column, List<Value> values) throws SQLException {
        var ring = KeyRing.configured();
        try (var statement = connection.prepareStatement(column.update())) {
            for (var value : values) {
                var place = column.place(value.id());
                var clear = ring.open(value.sealed(), place);
                var parameter = 0;
                statement.setBytes(++parameter, ring.seal(clear, place));
                for (var index : column.indexesOf(clear)) {
                    if (index instanceof Long[] several) {
                        statement.setArray(++parameter, connection.createArrayOf("bigint", several));
                    } else {
                        statement.setObject(++parameter, index, java.sql.Types.BIGINT);
                    }
                }
                statement.setObject(++parameter, value.id());
                statement.setBytes(++parameter, value.sealed());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** How far the column is under the current key; at its start if another key was current before. */
    private static Stored stored(Connection connection, SealedColumn column) throws SQLException {
        var keyId = KeyRing.configured().currentId();
        try (var statement = connection.prepareStatement(
                "select position, done, resealed, of_this_pass from resealing where name = ? and key_id = ?")) {
            statement.setString(1, column.name());
            statement.setString(2, keyId);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? new Stored(
                                keyId, row.getObject(1, UUID.class), row.getBoolean(2), row.getLong(3), row.getLong(4))
                        : new Stored(keyId, START, false, 0, 0);
            }
        }
    }

    private static void store(Connection connection, SealedColumn column, Stored stored) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into resealing (name, key_id, position, done, resealed, of_this_pass) values (?, ?, ?, ?, ?, ?)
                on conflict (name) do update set key_id = excluded.key_id, position = excluded.position,
                  done = excluded.done, resealed = excluded.resealed, of_this_pass = excluded.of_this_pass""")) {
            statement.setString(1, column.name());
            statement.setString(2, stored.keyId());
            statement.setObject(3, stored.position());
            statement.setBoolean(4, stored.done());
            statement.setLong(5, stored.resealed());
            statement.setLong(6, stored.ofThisPass());
            statement.executeUpdate();
        }
    }
}
