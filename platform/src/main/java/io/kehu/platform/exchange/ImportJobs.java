package io.kehu.platform.exchange;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.personal.DataKey;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The jobs as callers see them: each its own, and all of them for whoever sees all rows. */
@ApplicationScoped
class ImportJobs {

    private final Statements statements;

    ImportJobs(Statements statements) {
        this.statements = statements;
    }

    /** What a caller orders. */
    record Order(
            String resource,
            String fileName,
            ImportMode mode,
            boolean dryRun,
            ImportPlan plan,
            Locale locale,
            long headingRow,
            long rowsTotal) {}

    /** Stores a new job of the current caller. */
    StoredJob add(Order order) {
        var caller = Caller.current();
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return statements
                .list(
                        "insert into import_job (id, resource, file_name, mode, dry_run, status, plan, username, caller,"
                                + " language, sealed_key, position, rows_total)"
                                + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?) returning "
                                + StoredJob.COLUMNS,
                        StoredJob::read,
                        id,
                        order.resource(),
                        order.fileName(),
                        order.mode().name(),
                        order.dryRun(),
                        ImportStatus.QUEUED.name(),
                        EventJson.write(order.plan()),
                        caller.username(),
                        EventJson.write(caller),
                        order.locale().toLanguageTag(),
                        DataKey.create(id).wrapped(),
                        order.headingRow(),
                        order.rowsTotal())
                .getFirst();
    }

    /**
     * Stores the order to take {@code job} back, unless another is being worked on.
     *
     * @param plan how the records that are left are told of
     */
    Optional<StoredJob> addRevert(StoredJob job, ImportPlan plan, Locale locale, long records) {
        var caller = Caller.current();
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return statements
                .list(
                        "insert into import_job (id, kind, reverts, resource, file_name, mode, dry_run, status, plan,"
                                + " username, caller, language, sealed_key, position, rows_total)"
                                + " select ?, 'REVERT', i.id, i.resource, i.file_name, i.mode, false, ?, ?::jsonb, ?, ?::jsonb,"
                                + " ?, ?, ?, ? from (select * from import_job where id = ? for update) i"
                                + " where not exists (select from import_job r where r.reverts = i.id and r.finished_at is null)"
                                + " returning " + StoredJob.COLUMNS,
                        StoredJob::read,
                        id,
                        ImportStatus.QUEUED.name(),
                        EventJson.write(plan),
                        caller.username(),
                        EventJson.write(caller),
                        locale.toLanguageTag(),
                        DataKey.create(id).wrapped(),
                        RevertRun.START,
                        records,
                        job.id())
                .stream()
                .findFirst();
    }

    /** Ends a job that nobody works on, and asks the worker of another to stop behind its present chunk. */
    void cancel(UUID id) {
        statements.change("update import_job set canceled = true where id = ? and finished_at is null", id);
        statements.change(
                "with ended as (update import_job set status = 'CANCELED', finished_at = clock_timestamp(), held_until = null"
                        + " where id = ? and finished_at is null and holder is null returning id)"
                        + " delete from import_piece where job_id in (select id from ended)",
                id);
    }

    /** Whoever's it is. */
    StoredJob require(UUID id) {
        return statements
                .list("select " + StoredJob.COLUMNS + " from import_job where id = ?", StoredJob::read, id)
                .getFirst();
    }

    Optional<StoredJob> find(String resource, UUID id) {
        var caller = Caller.current();
        return statements
                .list(
                        "select " + StoredJob.COLUMNS
                                + " from import_job where id = ? and resource = ? and (? or username = ?)",
                        StoredJob::read,
                        id,
                        resource,
                        caller.scope() == Scope.ALL,
                        caller.username())
                .stream()
                .findFirst();
    }

    /** The newest first, those older than {@code before} if it is given. */
    List<StoredJob> list(String resource, UUID before, int limit) {
        var caller = Caller.current();
        return statements.list(
                "select " + StoredJob.COLUMNS + " from import_job where resource = ? and (? or username = ?)"
                        + " and (?::uuid is null or id < ?) order by id desc limit ?",
                StoredJob::read,
                resource,
                caller.scope() == Scope.ALL,
                caller.username(),
                before,
                before,
                limit);
    }
}
