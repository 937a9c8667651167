package io.kehu.platform.personal;

import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.web.TraceIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Who was given personal data in clear, and why: apart from the event log, because looking changes nothing. Rows are only
 * ever added; the database refuses anything else.
 */
@ApplicationScoped
public class AccessLog {

    /** All of a record's fields. */
    public static final String EVERYTHING = "*";

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final EntityManager entities;

    AccessLog(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds that the current caller does this, in the transaction in which it is done. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(EventFamily family, UUID record, AccessEntry.Action action, String field, String reason) {
        entities.createNativeQuery(
                        "insert into access_log (id, aggregate_type, aggregate_id, action, field, reason, username, trace)"
                                + " values (:id, :type, :record, :action, :field, :reason, :username, :trace)")
                .setParameter("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
                .setParameter("type", family.aggregate())
                .setParameter("record", record)
                .setParameter("action", action.name())
                .setParameter("field", field)
                .setParameter("reason", reason)
                .setParameter("username", Caller.current().username())
                .setParameter("trace", TraceIds.current())
                .executeUpdate();
    }

    /** The newest first. The caller must have found the record through its repository, so that its visibility is judged. */
    public Page<AccessEntry> page(EventFamily family, UUID record, String cursor, Integer limit) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > LARGEST_LIMIT) {
            throw new BadRequest("limit.range", LARGEST_LIMIT);
        }
        var found = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id, action, field, reason, username, accessed_at, trace from access_log"
                                + " where aggregate_type = :type and aggregate_id = :record and id < :before"
                                + " order by id desc limit :limit",
                        Tuple.class)
                .setParameter("type", family.aggregate())
                .setParameter("record", record)
                .setParameter("before", before(cursor))
                .setParameter("limit", size + 1)
                .getResultList();
        var entries = found.stream().limit(size).map(AccessLog::entry).toList();
        var next = found.size() > size ? entries.getLast().id().toString() : null;
        return new Page<>(entries, next, null);
    }

    private static UUID before(String cursor) {
        try {
            return cursor == null ? new UUID(-1, -1) : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("cursor.invalid");
        }
    }

    private static AccessEntry entry(Tuple row) {
        return new AccessEntry(
                row.get("id", UUID.class),
                AccessEntry.Action.valueOf(row.get("action", String.class)),
                row.get("field", String.class),
                row.get("reason", String.class),
                row.get("username", String.class),
                row.get("accessed_at", Instant.class),
                row.get("trace", String.class));
    }
}
