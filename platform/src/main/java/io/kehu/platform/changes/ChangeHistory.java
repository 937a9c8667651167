package io.kehu.platform.changes;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Of which database the positions of events are. One that has been restored counts its transactions anew: what it holds then
 * lies before whatever comes, and cursors of before are refused.
 */
@ApplicationScoped
public class ChangeHistory {

    private static final String CURRENT = """
            insert into change_history as h (system, database)
            select c.system_identifier, d.oid from pg_control_system() c, pg_database d where d.datname = current_database()
            on conflict (only_one) do update set id = gen_random_uuid(), system = excluded.system, database = excluded.database
              where (h.system, h.database) is distinct from (excluded.system, excluded.database)""";

    private static final String BEFORE_ALL = "update %s set position = 0 where position > 0";

    private final AgroalDataSource database;
    private volatile UUID id;

    ChangeHistory(AgroalDataSource database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent event) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (statement.executeUpdate(CURRENT) > 0) {
                statement.executeUpdate(BEFORE_ALL.formatted("event"));
                statement.executeUpdate(BEFORE_ALL.formatted("known_standing"));
            }
            try (var row = statement.executeQuery("select id from change_history")) {
                row.next();
                id = row.getObject(1, UUID.class);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The history of changes could not be begun", e);
        }
    }

    UUID id() {
        return id;
    }
}
