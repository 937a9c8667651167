package io.kehu.servicedesk.setting;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Settings of one kind of which records keep the version that they began under: a change makes another version, and none is
 * ever deleted.
 *
 * @param <S> what somebody writes of one
 * @param <V> how the API shows a version of it
 */
public abstract class VersionedSettings<S extends Record, V> {

    private final Statements statements;
    private final String kind;
    private final String table;
    private final String columns;
    private final String column;
    private final Class<S> type;
    private final Shown<S, V> shown;

    /**
     * @param kind   as problems name it, for instance {@code SLA policy}
     * @param table  with the columns key, version, {@code column}, created_at and created_by
     * @param column that holds the setting as JSON
     */
    protected VersionedSettings(
            Statements statements, String kind, String table, String column, Class<S> type, Shown<S, V> shown) {
        this.statements = statements;
        this.kind = kind;
        this.table = table;
        this.column = column;
        this.columns = "select key, version, cast(%s as text) as setting, created_at, created_by from %s t "
                .formatted(column, table);
        this.type = type;
        this.shown = shown;
    }

    /** Makes the one of the other. */
    @FunctionalInterface
    public interface Shown<S, V> {
        V of(String key, int version, S setting, Instant createdAt, String createdBy);
    }

    /** The newest version of each, by their keys. */
    public List<V> newest() {
        return select("where version = (select max(n.version) from " + table + " n where n.key = t.key) order by key");
    }

    /** The newest first. */
    public List<V> versions(String key) {
        return select("where key = ? order by version desc", key);
    }

    public V require(String key) {
        return newest(key).orElseThrow(() -> new NotFound(kind, key));
    }

    public V require(String key, int version) {
        return select("where key = ? and version = ?", key, version).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(kind, key));
    }

    public Optional<V> newest(String key) {
        return select("where key = ? order by version desc limit 1", key).stream()
                .findFirst();
    }

    /** Another version, unless it says the same as the newest; the lock lets two writers not both make the same one. */
    protected V write(String key, S setting) {
        statements.lock(table + ":" + key);
        var newest = statements.list(
                "select cast(%s as text) from %s where key = ? order by version desc limit 1".formatted(column, table),
                row -> setting(row.getString(1)),
                key);
        if (!newest.equals(List.of(setting))) {
            statements.change(
                    """
                    insert into %1$s (key, version, %2$s, created_at, created_by)
                    select ?, 1 + coalesce(max(version), 0), ?::jsonb, now(), ? from %1$s where key = ?""".formatted(table, column),
                    key,
                    EventJson.write(setting),
                    Caller.current().username(),
                    key);
        }
        return require(key);
    }

    private List<V> select(String condition, Object... parameters) {
        return statements.list(columns + condition, this::read, parameters);
    }

    private V read(ResultSet row) throws SQLException {
        return shown.of(
                row.getString("key"),
                row.getInt("version"),
                setting(row.getString("setting")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }

    private S setting(String json) {
        return EventJson.read(json, type);
    }
}
