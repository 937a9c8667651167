package io.kehu.platform.eventlog;

import io.kehu.events.Collaborator;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.RowShares;
import io.kehu.platform.personal.SubjectKeys;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.search.SearchIndex;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * The one door for changes: judges that the caller may make them, and writes the aggregate, its event and a pointer for the {@link Relay} in the caller's transaction.
 * The aggregate is flushed first, so its row lock makes the order of its events the order of their commits.
 */
@ApplicationScoped
public class EventLog {

    /** Largest published state, in bytes of JSON. */
    static final int STATE_LIMIT = 512 * 1024;

    private static final String INSERT_EVENT = """
            insert into event (id, aggregate_type, aggregate_id, version, type, data, state, personal, actor, origin,
                               cause, occurred_at, recorded_at, historical, trace)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_POINTER = "insert into outbox (lane, event_id) values (?, ?)";

    private final EntityManager entities;
    private final SubjectKeys subjectKeys;
    private final Relay relay;
    private final TransactionSynchronizationRegistry transaction;

    EventLog(
            EntityManager entities,
            SubjectKeys subjectKeys,
            Relay relay,
            TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.subjectKeys = subjectKeys;
        this.relay = relay;
        this.transaction = transaction;
    }

    /** The present, as precise as the database keeps it. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Records that {@code event} has just happened to {@code aggregate}; a new aggregate is stored by this. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Aggregate<?> aggregate, DomainEvent event) {
        record(List.of(Change.now(aggregate, event)));
    }

    /** Records many changes with one flush, for imports and other work in chunks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var caller = Caller.current();
        var now = now();
        var recorded = recordedInTransaction();
        for (var change : changes) {
            var aggregate = change.aggregate();
            aggregate.requireAllowed();
            if (recorded.putIfAbsent(aggregate.id(), aggregate) != null) {
                throw new IllegalStateException("A second event of " + aggregate.id() + " in one transaction");
            }
            aggregate.startRecording(caller.username(), now);
            if (!entities.contains(aggregate)) {
                entities.persist(aggregate);
            }
        }
        entities.flush();
        share(changes);
        index(changes);
        insert(changes, caller, now);
        changes.forEach(change -> change.aggregate().endRecording());
    }

    private void share(List<Change> changes) {
        var collaborators = new HashMap<UUID, List<Collaborator>>();
        for (var change : changes) {
            if (change.aggregate() instanceof OwnedAggregate<?> owned) {
                owned.changedCollaborators().ifPresent(now -> collaborators.put(owned.id(), now));
            }
        }
        if (!collaborators.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> RowShares.replace(connection, collaborators));
        }
    }

    private void index(List<Change> changes) {
        var entries = new ArrayList<SearchIndex.Entry>();
        for (var change : changes) {
            if (change.aggregate() instanceof OwnedAggregate<?> owned) {
                owned.changedSearch(EventFamily.of(change.event()).aggregate()).ifPresent(entries::add);
            }
        }
        if (!entries.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> SearchIndex.write(connection, entries));
        }
    }

    private void insert(List<Change> changes, Caller caller, Instant now) {
        var personal = subjectKeys.seal(changes);
        entities.unwrap(Session.class).doWork(connection -> {
            try (var event = connection.prepareStatement(INSERT_EVENT);
                    var pointer = connection.prepareStatement(INSERT_POINTER)) {
                for (var index = 0; index < changes.size(); index++) {
                    var change = changes.get(index);
                    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                    bind(event, id, change, personal.get(index), caller, now);
                    event.addBatch();
                    pointer.setShort(1, (short) Lanes.of(change.aggregate().id()));
                    pointer.setObject(2, id);
                    pointer.addBatch();
                }
                event.executeBatch();
                pointer.executeBatch();
            }
        });
    }

    private static void bind(
            PreparedStatement statement, UUID id, Change change, byte[] personal, Caller caller, Instant now)
            throws SQLException {
        var aggregate = change.aggregate();
        var family = EventFamily.of(change.event());
        var state = EventJson.write(aggregate.state());
        if (state.length() > STATE_LIMIT / 4 && state.getBytes(StandardCharsets.UTF_8).length > STATE_LIMIT) {
            throw new Invalid("record.too-large", STATE_LIMIT / 1024);
        }
        var column = 0;
        statement.setObject(++column, id);
        statement.setString(++column, family.aggregate());
        statement.setObject(++column, aggregate.id());
        statement.setLong(++column, aggregate.version());
        statement.setString(++column, family.type(change.event()));
        statement.setString(++column, EventJson.write(change.event()));
        statement.setString(++column, state);
        statement.setBytes(++column, personal);
        statement.setString(++column, caller.username());
        statement.setString(++column, caller.origin().name());
        statement.setString(++column, caller.cause());
        statement.setObject(++column, timestamp(change.occurredAt() == null ? now : change.occurredAt()));
        statement.setObject(++column, timestamp(now));
        statement.setBoolean(++column, change.historical());
        statement.setString(++column, trace());
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The W3C {@code traceparent} of the current span, or null outside of one. */
    private static String trace() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The aggregates that the current transaction has changed, in order. */
    public List<Aggregate<?>> recorded() {
        return List.copyOf(recordedInTransaction().values());
    }

    @SuppressWarnings("unchecked")
    private Map<UUID, Aggregate<?>> recordedInTransaction() {
        var recorded = (Map<UUID, Aggregate<?>>) transaction.getResource(EventLog.class);
        if (recorded == null) {
            recorded = new LinkedHashMap<>();
            transaction.putResource(EventLog.class, recorded);
            transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
        }
        return recorded;
    }

    private record WakeAfterCommit(Relay relay) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
