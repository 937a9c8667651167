package io.kehu.servicedesk.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Settings of one kind of which records keep the version that they began under: a change makes another version, and none is
 * ever deleted.
 *
 * @param <S> what somebody writes of one
 * @param <V> how the API shows a version of it
 */
public abstract class VersionedSettings<S extends Record, V> {

    private final EntityManager entities;
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
            EntityManager entities, String kind, String table, String column, Class<S> type, Shown<S, V> shown) {
        this.entities = entities;
        this.kind = kind;
        this.table = table;
        this.column = column;
        this.columns = "select key, version, cast(%s as text) as setting, created_at, created_by from %s t"
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
    @Transactional
    public List<V> newest() {
        return session()
                .createNativeQuery(
                        columns + " where version = (select max(n.version) from " + table
                                + " n where n.key = t.key) order by key",
                        Tuple.class)
                .getResultStream()
                .map(this::read)
                .toList();
    }

    /** The newest first. */
    @Transactional
    public List<V> versions(String key) {
        return session()
                .createNativeQuery(columns + " where key = :key order by version desc", Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .map(this::read)
                .toList();
    }

    @Transactional
    public V require(String key) {
        return versions(key).stream().findFirst().orElseThrow(() -> new NotFound(kind, key));
    }

    @Transactional
    public V require(String key, int version) {
        return session()
                .createNativeQuery(columns + " where key = :key and version = :version", Tuple.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .getResultStream()
                .map(this::read)
                .findFirst()
                .orElseThrow(() -> new NotFound(kind, key));
    }

    /** Another version, unless it says the same as the newest; the lock lets two writers not both make the same one. */
    protected V write(String key, S setting) {
        session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))", Object.class)
                .setParameter("lock", table + ":" + key)
                .getSingleResult();
        var newest = newestRow(key);
        if (newest.isEmpty() || !setting(newest.get()).equals(setting)) {
            session()
                    .createNativeMutationQuery("""
                            insert into %s (key, version, %s, created_at, created_by)
                            values (:key, :version, cast(:setting as jsonb), now(), :by)""".formatted(table, column))
                    .setParameter("key", key)
                    .setParameter(
                            "version",
                            newest.map(row -> row.get("version", Integer.class)).orElse(0) + 1)
                    .setParameter("setting", EventJson.write(setting))
                    .setParameter("by", Caller.current().username())
                    .executeUpdate();
        }
        return require(key);
    }

    private Optional<Tuple> newestRow(String key) {
        return session()
                .createNativeQuery(columns + " where key = :key order by version desc limit 1", Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private V read(Tuple row) {
        return shown.of(
                row.get("key", String.class),
                row.get("version", Integer.class),
                setting(row),
                row.get("created_at", Instant.class),
                row.get("created_by", String.class));
    }

    private S setting(Tuple row) {
        try {
            return EventJson.mapper().readValue(row.get("setting", String.class), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
