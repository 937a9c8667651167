package io.kehu.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.personal.KeyRing;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers of committed work, kept for a day in the transaction of that work. They are kept whole and sealed, so that masking
 * and row scope are judged again for whoever gets them repeated.
 */
@ApplicationScoped
public class StoredAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final String PLACE = ":stored-answer";

    private final EntityManager entities;
    private final EventLog events;
    private final ObjectMapper mapper;

    StoredAnswers(EntityManager entities, EventLog events, ObjectMapper mapper) {
        this.entities = entities;
        this.events = events;
        this.mapper = mapper;
    }

    /**
     * Does {@code work} in the current transaction, or gives the answer of when it was done.
     *
     * @param returned type of its answer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Object once(IdempotencyKey key, Type returned, Callable<?> work) throws Exception {
        var id = key.id();
        var locked = (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:id, 0))")
                .setParameter("id", id)
                .getSingleResult();
        if (!locked) {
            throw new Conflict("idempotency.in-flight");
        }
        var stored = find(id);
        if (stored != null) {
            if (!Arrays.equals(stored.get("request_hash", byte[].class), Sha256.of(key.content()))) {
                throw new Invalid("idempotency.key-reused");
            }
            return replay(stored, returned);
        }
        Object answer = work.call();
        store(key, answer);
        return answer;
    }

    private Tuple find(String id) {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id, request_hash, status, body, aggregate_types, aggregate_ids from stored_answer"
                                + " where id = :id and expires_at > now()",
                        Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Object replay(Tuple stored, Type returned) throws Exception {
        var wrapped = returned instanceof ParameterizedType;
        var type =
                wrapped ? (Class<?>) ((ParameterizedType) returned).getActualTypeArguments()[0] : (Class<?>) returned;
        var body = stored.get("body", byte[].class);
        var json = body == null ? null : KeyRing.configured().openText(body, stored.get("id", String.class) + PLACE);
        requireVisible(stored, json);
        var view = json == null ? null : mapper.readValue(json, type);
        TraceIds.request().response().putHeader("Idempotency-Replayed", "true");
        return wrapped
                ? RestResponse.ResponseBuilder.create(stored.get("status", Integer.class))
                        .entity(view)
                        .build()
                : view;
    }

    /** Whoever gets the answer again must see the record that the work began with, and all others that the answer names. */
    private void requireVisible(Tuple stored, String json) throws ClassNotFoundException {
        var types = stored.get("aggregate_types", String[].class);
        var ids = stored.get("aggregate_ids", UUID[].class);
        for (var index = 0; index < ids.length; index++) {
            var told = index == 0 || json != null && json.contains(ids[index].toString());
            if (told && entities.find(type(types[index]), ids[index]) == null) {
                throw new NotFound("record", ids[index]);
            }
        }
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    }

    private void store(IdempotencyKey key, Object answer) throws Exception {
        var id = key.id();
        var response = answer instanceof RestResponse<?> rest ? rest : RestResponse.ok(answer);
        var body = response.getEntity() == null ? null : sealed(id, response.getEntity());
        var records = records(response.getEntity());
        var types = records.stream().map(each -> each.getClass().getName()).toArray();
        var ids = records.stream().map(Aggregate::id).toArray();
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("""
                    insert into stored_answer
                      (id, request_hash, status, body, aggregate_types, aggregate_ids, expires_at)
                      values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
                    on conflict (id) do update set request_hash = excluded.request_hash, status = excluded.status,
                      body = excluded.body, aggregate_types = excluded.aggregate_types,
                      aggregate_ids = excluded.aggregate_ids, expires_at = excluded.expires_at""")) {
                statement.setString(1, id);
                statement.setBytes(2, Sha256.of(key.content()));
                statement.setInt(3, response.getStatus());
                statement.setBytes(4, body);
                statement.setArray(5, connection.createArrayOf("text", types));
                statement.setArray(6, connection.createArrayOf("uuid", ids));
                statement.setDouble(7, KEPT.toSeconds());
                statement.executeUpdate();
            }
        });
    }

    /** Those that the work has changed, and the one that is answered, which may have been as it should be. */
    private Set<Aggregate<?>> records(Object answer) {
        var records = new LinkedHashSet<>(events.recorded());
        if (answer instanceof Versioned view) {
            var loaded = entities.unwrap(SessionImplementor.class)
                    .getPersistenceContext()
                    .getEntitiesByKey();
            for (var entity : loaded.values()) {
                if (entity instanceof Aggregate<?> record && view.path().endsWith("/" + record.id())) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private byte[] sealed(String id, Object view) throws Exception {
        var json =
                Caller.system("stored-answer", Caller.current().origin()).call(() -> mapper.writeValueAsString(view));
        return KeyRing.configured().seal(json, id + PLACE);
    }
}
