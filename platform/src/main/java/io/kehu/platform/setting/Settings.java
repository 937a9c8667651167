package io.kehu.platform.setting;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The settings of one kind, each under a key; none is ever deleted, because records name them.
 *
 * @param <S> what somebody writes of one
 * @param <V> how the API shows it
 */
public abstract class Settings<S extends Record, V> {

    private static final String COLUMNS = "key, cast(value as text) as value, updated_at, updated_by";

    /** Makes the one of the other. */
    @FunctionalInterface
    public interface Shown<S, V> {
        V of(String key, S setting, Instant updatedAt, String updatedBy);
    }

    private final EntityManager entities;
    private final String kind;
    private final Class<S> type;
    private final Shown<S, V> shown;

    /** @param kind for instance {@code lead-form} */
    protected Settings(EntityManager entities, String kind, Class<S> type, Shown<S, V> shown) {
        this.entities = entities;
        this.kind = kind;
        this.type = type;
        this.shown = shown;
    }

    /** By their keys. */
    @Transactional
    public List<V> all() {
        return session()
                .createNativeQuery("select " + COLUMNS + " from setting where kind = :kind order by key", Tuple.class)
                .setParameter("kind", kind)
                .getResultStream()
                .map(this::read)
                .toList();
    }

    @Transactional
    public Optional<V> find(String key) {
        return session()
                .createNativeQuery("select " + COLUMNS + " from setting where kind = :kind and key = :key", Tuple.class)
                .setParameter("kind", kind)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(this::read);
    }

    @Transactional
    public V require(String key) {
        return find(key).orElseThrow(() -> new NotFound(kind.replace('-', ' '), key));
    }

    @Transactional
    public V put(String key, S setting) {
        session()
                .createNativeMutationQuery("""
                        insert into setting (kind, key, value, updated_at, updated_by)
                        values (:kind, :key, cast(:value as jsonb), now(), :by)
                        on conflict (kind, key) do update
                        set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("kind", kind)
                .setParameter("key", key)
                .setParameter("value", EventJson.write(setting))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return require(key);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private V read(Tuple row) {
        return shown.of(
                row.get("key", String.class),
                EventJson.read(row.get("value", String.class), type),
                row.get("updated_at", Instant.class),
                row.get("updated_by", String.class));
    }
}
