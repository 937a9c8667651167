package io.kehu.platform.customfield;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.operations.Leases;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/**
 * Makes and drops the indexes of custom fields that are marked so, without locking their tables: on one replica at a time,
 * and again where one was broken off.
 */
@ApplicationScoped
class CustomFieldIndexes {

    private static final Logger LOG = Logger.getLogger(CustomFieldIndexes.class);
    private static final String LEASE = "custom-field-indexes";
    private static final Duration HELD = Duration.ofMinutes(30);
    private static final String PREFIX = "custom_field_of_";

    private final AgroalDataSource database;
    private final SessionFactory sessions;
    private final CustomFieldTable fields;
    private final Leases leases;

    CustomFieldIndexes(AgroalDataSource database, SessionFactory sessions, CustomFieldTable fields, Leases leases) {
        this.database = database;
        this.sessions = sessions;
        this.fields = fields;
        this.leases = leases;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (var table : tables()) {
            try (var connection = database.getConnection()) {
                var wanted = wanted(table);
                var present = present(connection, table);
                if (!wanted.keySet().equals(sound(present)) && leases.hold(LEASE, HELD)) {
                    settle(connection, wanted, present);
                    leases.release(LEASE);
                }
            } catch (SQLException e) {
                LOG.warnf("Custom fields of %s are not indexed yet: %s", table, e.toString());
            }
        }
    }

    /** Tables with a column of custom values that can be filtered by. */
    private List<String> tables() {
        return sessions.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getAttributes().stream()
                        .anyMatch(attribute -> attribute.getName().equals("customFields")))
                .map(entity -> entity.getName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String resource(String table) {
        return table.endsWith("y") ? table.substring(0, table.length() - 1) + "ies" : table + "s";
    }

    /** Whether any record, also a deleted one, has a value of more than {@code length} characters. */
    boolean holdsLonger(String resource, CustomField field, int length) {
        var condition = "char_length(custom_fields ->> '%s') > %d".formatted(field.key(), length);
        return tables().stream()
                .filter(table -> resource(table).equals(resource))
                .anyMatch(table -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement();
                            var row = statement.executeQuery(
                                    "select exists(select from %s where %s)".formatted(table, condition))) {
                        return row.next() && row.getBoolean(1);
                    } catch (SQLException e) {
                        throw new IllegalStateException("Custom fields could not be read", e);
                    }
                });
    }

    private Map<String, String> wanted(String table) {
        var statements = new HashMap<String, String>();
        for (var field : fields.read(resource(table)).values()) {
            if (field.indexed()) {
                var name =
                        PREFIX + table + "_" + Integer.toHexString(field.key().hashCode());
                statements.put(
                        name,
                        "create index concurrently %s on %s ((%s), id)"
                                .formatted(name, table, CustomFieldFilter.expression(field, "custom_fields")));
            }
        }
        return statements;
    }

    private static Map<String, Boolean> present(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select i.relname, x.indisvalid from pg_index x join pg_class i on i.oid = x.indexrelid
                where x.indrelid = cast(? as regclass) and starts_with(i.relname, ?)""")) {
            statement.setString(1, table);
            statement.setString(2, PREFIX);
            var names = new HashMap<String, Boolean>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getBoolean(2));
                }
            }
            return names;
        }
    }

    private static LinkedHashSet<String> sound(Map<String, Boolean> present) {
        var sound = new LinkedHashSet<String>();
        present.forEach((name, valid) -> {
            if (valid) {
                sound.add(name);
            }
        });
        return sound;
    }

    private static void settle(Connection connection, Map<String, String> wanted, Map<String, Boolean> present)
            throws SQLException {
        var statements = new ArrayList<String>();
        present.forEach((name, valid) -> {
            if (!valid || !wanted.containsKey(name)) {
                statements.add("drop index concurrently if exists " + name);
            }
        });
        var sound = sound(present);
        wanted.forEach((name, create) -> {
            if (!sound.contains(name)) {
                statements.add(create);
            }
        });
        try (var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }
}
