package io.kehu.platform.exchange;

import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.Unavailable;
import io.kehu.platform.reference.KnownRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/** Takes back what an import did to the records of one chunk, in the current transaction. */
@ApplicationScoped
class RevertWriter {

    private final EntityManager entities;
    private final EventLog events;
    private final ExternalIds externalIds;
    private final Touches touches;
    private final Records records;
    private final KnownRecords known;

    RevertWriter(
            EntityManager entities,
            EventLog events,
            ExternalIds externalIds,
            Touches touches,
            Records records,
            KnownRecords known) {
        this.entities = entities;
        this.events = events;
        this.externalIds = externalIds;
        this.touches = touches;
        this.records = records;
        this.known = known;
    }

    /** How a record that is left is told of. */
    static RowGroup row(Touch touch, Aggregate<?> record) {
        var cells = List.of(touch.record().toString(), record == null ? "" : record.number());
        return new RowGroup(List.of(new FileRow(touch.row(), cells, null)));
    }

    /** @return what became of the records, provided that the transaction commits */
    <E extends Aggregate<?>> ChunkOutcome write(
            RowImport<?, E> description, StoredJob original, Rejections rejections, List<Touch> chunk) {
        entities.setFlushMode(FlushModeType.COMMIT);
        var present = records.load(
                description.entity(), chunk.stream().map(Touch::record).toList());
        var run = new Run<>(description, original, present, touches.images(description.entity(), present.keySet()));
        var open = chunk;
        do {
            run.takeBack(open);
            // what one record stood in the way of is tried again when that is gone
            open = List.copyOf(run.refused.keySet());
        } while (run.progressed && !open.isEmpty());
        touches.forget(original.id(), run.done);
        var rejects = new ArrayList<RejectedRow>();
        run.refused.forEach((touch, problem) ->
                rejects.addAll(rejections.problem(row(touch, present.get(touch.record())), problem)));
        return new ChunkOutcome(
                chunk.size(), 0, run.restored, run.gone, run.removed, run.refused.size(), List.copyOf(rejects));
    }

    private final class Run<E extends Aggregate<?>> {

        private final RowImport<?, E> description;
        private final StoredJob original;
        private final Map<UUID, E> present;
        private final Map<UUID, String> images;
        private final Map<Touch, DomainProblem> refused = new LinkedHashMap<>();
        private final List<Touch> done = new ArrayList<>();
        private boolean progressed;
        private int removed;
        private int restored;
        private int gone;

        /** @param images the rows as they are */
        Run(RowImport<?, E> description, StoredJob original, Map<UUID, E> present, Map<UUID, String> images) {
            this.description = description;
            this.original = original;
            this.present = present;
            this.images = images;
        }

        void takeBack(List<Touch> open) {
            var changes = new ArrayList<Change>();
            for (var touch : open) {
                try {
                    var change = takeBack(touch);
                    if (change != null) {
                        changes.add(change);
                    }
                    refused.remove(touch);
                    done.add(touch);
                } catch (Unavailable away) {
                    throw away;
                } catch (DomainProblem problem) {
                    refused.put(touch, problem);
                }
            }
            changes.addAll(description.followingRevert(changes.stream()
                    .map(change -> present.get(change.aggregate().id()))
                    .toList()));
            events.record(changes);
            progressed = !changes.isEmpty();
        }

        /** The change, or null if the record is gone already. */
        private Change takeBack(Touch touch) {
            var record = present.get(touch.record());
            if (record == null) {
                throw new Conflict("import.revert-hidden");
            }
            if (record.deleted()) {
                gone++;
                return null;
            }
            if (record.version() != touch.version()) {
                throw new Conflict("import.revert-changed");
            }
            record.requireAllowed();
            if (touch.created()) {
                var event = description.removed(record);
                externalIds.unlink(record);
                removed++;
                return Change.now(record, event);
            }
            if (touch.image() == null) {
                throw new Conflict("import.revert-forgotten");
            }
            var state = (Record) record.state();
            var personal = (Record) record.personal();
            restore(record, original.key().openText(touch.image()));
            var fields = new TreeSet<>(ChangedFields.between(state, (Record) record.state()));
            if (personal != null && record.personal() != null) {
                fields.addAll(ChangedFields.between(personal, (Record) record.personal()));
            }
            restored++;
            return Change.now(record, description.restored(record, fields));
        }

        private void restore(E record, String image) {
            touches.restore(record, image);
            try {
                followMerges(record);
                description.settle(record);
            } catch (DomainProblem problem) {
                touches.restore(record, images.get(record.id()));
                throw problem;
            }
        }

        private void followMerges(E record) {
            if (record instanceof CustomerRecord<?> onCustomer) {
                var customer = onCustomer.state().customerId();
                var standing = known.standingFor(EventFamily.CUSTOMER, customer);
                if (!Objects.equals(standing, customer)) {
                    onCustomer.follow(customer, standing);
                }
            }
        }
    }
}
