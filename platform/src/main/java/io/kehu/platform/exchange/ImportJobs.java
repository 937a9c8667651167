package io.kehu.platform.exchange;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.personal.DataKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The jobs as callers see them: each its own, and all of them for whoever sees all rows. */
@ApplicationScoped
class ImportJobs {

    private static final String OLD = "finished_at < now() - interval '30 days'";

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

    /** Stores a new job of the current caller, and forgets the old ones with their error files. */
    StoredJob add(Order order) {
        statements.change("delete from import_job where " + OLD);
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
