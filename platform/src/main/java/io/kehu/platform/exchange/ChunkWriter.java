package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.RowReading.ReadRow;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Writes the records of one chunk in the current transaction, with one look-up, one flush and one batch of events. */
@ApplicationScoped
class ChunkWriter {

    /** Rows in one round trip to the database. */
    private static final int BATCH = 250;

    private final EntityManager entities;
    private final EventLog events;
    private final ExternalIds externalIds;
    private final Validator validator;
    private final Records records;
    private final Touches touches;

    ChunkWriter(
            EntityManager entities,
            EventLog events,
            ExternalIds externalIds,
            Validator validator,
            Records records,
            Touches touches) {
        this.records = records;
        this.touches = touches;
        this.entities = entities;
        this.events = events;
        this.externalIds = externalIds;
        this.validator = validator;
    }

    /**
     * @return what became of the rows, provided that the transaction commits
     */
    <C extends Record, E extends Aggregate<?>> ChunkOutcome write(
            RunContext<C, E> run, StoredJob job, List<RowGroup> groups) {
        var tally = apply(run, groups, new RolledBack());
        var before = tally.changes().stream()
                .map(Change::aggregate)
                .filter(entities::contains)
                .map(Aggregate::id)
                .toList();
        var images = touches.images(run.description().entity(), before);
        record(run, tally);
        touches.keep(job.id(), job.key(), tally.firstRows(), images);
        return tally.outcome();
    }

    /** The same for a transaction that is to be rolled back. */
    <C extends Record, E extends Aggregate<?>> ChunkTally tryOut(
            RunContext<C, E> run, List<RowGroup> groups, RolledBack earlier) {
        var tally = apply(run, groups, earlier);
        record(run, tally);
        return tally;
    }

    private void record(RunContext<?, ?> run, ChunkTally tally) {
        entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
        externalIds.link(run.description().family(), tally.links());
        events.record(Stream.concat(tally.changes().stream(), tally.following().stream())
                .toList());
    }

    private <C extends Record, E extends Aggregate<?>> ChunkTally apply(
            RunContext<C, E> run, List<RowGroup> groups, RolledBack earlier) {
        entities.setFlushMode(FlushModeType.COMMIT);
        var tally = new ChunkTally(run.rejections());
        var rows = groups.stream().map(run.reading()::read).toList();
        rows.stream().filter(row -> row.row() == null).forEach(row -> tally.invalid(row.group(), row.errors()));
        var readable = rows.stream().filter(row -> row.row() != null).toList();
        var owners = externalIds.find(
                run.description().family(),
                readable.stream()
                        .map(row -> row.row().externalId())
                        .filter(Objects::nonNull)
                        .toList());
        var existing = records.load(run.description().entity(), owners.values());
        var writer =
                run.description().writer(readable.stream().map(ReadRow::row).toList());
        writer.assume(earlier.ids());
        for (var row : readable) {
            var id = row.row().externalId();
            var record = existing.get(owners.get(id));
            var unique = run.description().unique(row.row().command());
            try {
                unique.forEach(value -> earlier.requireFree(value, id));
                if (owners.containsKey(id) || run.mode() == ImportMode.update) {
                    update(run, writer, requireExisting(run.mode(), row.row(), owners, record), row, tally);
                } else {
                    create(run, writer, row, earlier.has(id), tally);
                }
                tally.own(unique, id);
            } catch (Unavailable away) {
                throw away;
            } catch (DomainProblem problem) {
                if (record != null) {
                    entities.detach(record);
                }
                tally.problem(row.group(), problem);
            }
        }
        tally.follow(writer.following(List.copyOf(tally.changes())));
        return tally;
    }

    /** A record that is there but may not be seen is told no more of than that its external id is taken. */
    private static <E extends Aggregate<?>> E requireExisting(
            ImportMode mode, ImportRow<?> row, Map<ExternalId, UUID> owners, E record) {
        var id = row.externalId();
        if (id == null) {
            throw new Invalid("import.external-id-missing");
        }
        if (!owners.containsKey(id)) {
            throw new Invalid("import.record-missing", id.source(), id.externalId());
        }
        if (record == null && id.source().equals(ExternalIds.OWN_SOURCE)) {
            throw new Invalid("import.record-missing", id.source(), id.externalId());
        }
        if (mode == ImportMode.create || record == null) {
            throw new Conflict("external-id.taken", id.source(), id.externalId());
        }
        if (record.deleted()) {
            throw new Conflict("import.record-deleted", id.source(), id.externalId());
        }
        return record;
    }

    private <C extends Record, E extends Aggregate<?>> void create(
            RunContext<C, E> run, RowWriter<C, E> writer, ReadRow<C> row, boolean repeated, ChunkTally tally) {
        var id = row.row().externalId();
        if (id == null && run.mode() == ImportMode.upsert) {
            throw new Invalid("import.external-id-missing");
        }
        if (repeated && run.mode() == ImportMode.create) {
            throw new Conflict("external-id.taken", id.source(), id.externalId());
        }
        var stated = row.row().stating(Masks.resolve(null, row.row().command()));
        var violations = validator.validate(stated.command());
        if (!violations.isEmpty()) {
            tally.violations(row.group(), violations);
            return;
        }
        var change = writer.create(stated);
        if (repeated) {
            tally.updated(row.group(), change);
        } else {
            tally.created(row.group(), change);
        }
        if (id != null) {
            tally.link(id, change.aggregate());
        }
    }

    private <C extends Record, E extends Aggregate<?>> void update(
            RunContext<C, E> run, RowWriter<C, E> writer, E record, ReadRow<C> row, ChunkTally tally) {
        var current = writer.current(record);
        var wanted = Masks.resolve(
                current,
                CommandShape.over(current, row.row().command(), run.reading().cleared(current.getClass())));
        var guessed = run.dryRun()
                && !Caller.current().maySeePersonalData()
                && Masks.unmasked(row.row().command());
        if (!guessed && CommandShape.same(current, wanted)) {
            tally.unchanged(row.group());
            return;
        }
        var violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            tally.violations(row.group(), violations);
            return;
        }
        record.requireAllowed();
        writer.update(record, row.row().stating(wanted))
                .ifPresentOrElse(
                        (Change change) -> {
                            record.requireAllowed();
                            tally.updated(row.group(), change);
                        },
                        () -> {
                            if (guessed) {
                                tally.updated(row.group());
                            } else {
                                tally.unchanged(row.group());
                            }
                        });
    }
}
