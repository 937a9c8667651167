package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.personal.DataKey;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Keeps what imports did, so that it can be taken back: of what they made no more than that, of what they changed the row
 * before, because an aggregate's own columns are all that it takes to put it back.
 */
@ApplicationScoped
class Touches {

    /** Columns that tell of changes themselves, which go on. */
    private static final Set<String> NEVER_RESTORED =
            Set.of("id", "version", "created_at", "created_by", "updated_at", "updated_by");

    private final Statements statements;
    private final EntityManager entities;
    private final SessionFactory sessions;

    Touches(Statements statements, EntityManager entities, SessionFactory sessions) {
        this.statements = statements;
        this.entities = entities;
        this.sessions = sessions;
    }

    /** The rows of these records as the database has them before the current transaction changes them. */
    Map<UUID, String> images(Class<?> type, Collection<UUID> records) {
        var images = new HashMap<UUID, String>();
        if (!records.isEmpty()) {
            var ids = records.stream().map(UUID::toString).toArray(String[]::new);
            statements.list(
                    "select id, to_jsonb(t)::text from " + table(type) + " t where id = any (?::uuid[])",
                    row -> images.put(row.getObject(1, UUID.class), row.getString(2)),
                    (Object) ids);
        }
        return images;
    }

    private String table(Class<?> type) {
        return sessions.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(type)
                .getMappedTableDetails()
                .getTableName();
    }

    /** @param images of those that were there before; the others were made */
    void keep(UUID job, DataKey key, Map<Aggregate<?>, Long> rows, Map<UUID, String> images) {
        if (rows.isEmpty()) {
            return;
        }
        var touched = new ArrayList<Object[]>();
        rows.forEach((record, row) -> {
            var image = images.get(record.id());
            var sealed = image == null ? null : key.seal(image);
            touched.add(new Object[] {job, record.id(), row, record.version(), image == null, sealed});
        });
        statements.changeAll("""
                        insert into import_touch (job_id, aggregate_id, row_number, version, created, image)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (job_id, aggregate_id) do update set version =
                          case import_touch.version when excluded.version - 1 then excluded.version else %d end""".formatted(Touch.CHANGED_BETWEEN), touched);
    }

    long count(UUID job) {
        return statements
                .list("select count(*) from import_touch where job_id = ?", row -> row.getLong(1), job)
                .getFirst();
    }

    /** The last of those before {@code sequence}, backwards. */
    List<Touch> before(UUID job, long sequence, int limit) {
        return statements.list(
                "select sequence, aggregate_id, row_number, version, created, image from import_touch"
                        + " where job_id = ? and sequence < ? order by sequence desc limit ?",
                row -> new Touch(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBoolean(5),
                        row.getBytes(6)),
                job,
                sequence,
                limit);
    }

    void forget(UUID job, List<Touch> done) {
        var ids = done.stream().map(touch -> touch.record().toString()).toArray(String[]::new);
        statements.change("delete from import_touch where job_id = ? and aggregate_id = any (?::uuid[])", job, ids);
    }

    /** Puts the row of {@code record} back as {@code image} has it, and reads it again. */
    void restore(Aggregate<?> record, String image) {
        var table = table(record.getClass());
        var columns = statements
                .list(
                        "select column_name from information_schema.columns where table_schema = current_schema()"
                                + " and table_name = ? and is_generated = 'NEVER' and ?::jsonb ?? column_name",
                        row -> row.getString(1),
                        table,
                        image)
                .stream()
                .filter(column -> !NEVER_RESTORED.contains(column))
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
        statements.change(
                "update %1$s as t set (%2$s) = (select %2$s from jsonb_populate_record(t, ?::jsonb)) where t.id = ?"
                        .formatted(table, columns),
                image,
                record.id());
        entities.refresh(record);
    }
}
