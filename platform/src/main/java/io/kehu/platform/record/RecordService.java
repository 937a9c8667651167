package io.kehu.platform.record;

import io.kehu.events.AggregateState;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.History.Moment;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Upserted;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the service of every kind of record does in the same way, as far as the caller may see the records: reading, changing
 * by an event, upserts and the recycle bin. A service of its own says what is particular to its kind.
 */
public abstract class RecordService<E extends Aggregate<?> & Served<V>, V> {

    private final EventFamily family;
    private final AggregateRepository<E> records;
    private final RecordKeeping keeping;

    /** For the proxies of the container alone. */
    protected RecordService() {
        this(null, null, null);
    }

    protected RecordService(EventFamily family, AggregateRepository<E> records, RecordKeeping keeping) {
        this.family = family;
        this.records = records;
        this.keeping = keeping;
    }

    public V get(UUID id) {
        return records.require(id).view();
    }

    /** The record as it was recorded at {@code instant}, for whoever may see it now. */
    public V get(UUID id, Instant instant) {
        return asRecorded(records.require(id), instant);
    }

    public V get(ExternalId externalId) {
        return find(externalId)
                .map(this::get)
                .orElseThrow(() -> new NotFound(family.aggregate().replace('-', ' '), externalId.externalId()));
    }

    public Page<V> page(ListRequest request) {
        return records.page(request).map(Served::view);
    }

    public Totals count() {
        return new Totals(records.countVisible());
    }

    public HistoryPage history(UUID id, Long before, int limit) {
        records.require(id);
        return keeping.history().of(id, before, limit);
    }

    @Transactional
    public void delete(UUID id) {
        var record = records.require(id);
        requireUnused(record);
        record(record, record.remove());
    }

    /** Takes a record back from the recycle bin, where it stays for a while; nothing happens to one that is not there. */
    @Transactional
    public V restore(UUID id) {
        var record = records.requireAlsoDeleted(id);
        if (record.deleted()) {
            record.requireRestorable();
            requireRoom(record);
            record(record, record.takeBack());
        }
        return record.view();
    }

    /** By {@link #moment}. */
    protected abstract V asRecorded(E record, Instant instant);

    protected final <S extends AggregateState, P> Moment<S, P> moment(
            E record, Instant instant, Class<S> state, Class<P> personal) {
        return keeping.history().at(record.id(), instant, state, personal);
    }

    /** The number of a new record. */
    protected final String number(String prefix) {
        return keeping.numbers().next(prefix);
    }

    /** Records that {@code event} has happened to {@code record}. */
    protected void record(E record, DomainEvent event) {
        keeping.events().record(record, event);
    }

    /** Records that there is a new record, by the event that says so. */
    protected final V add(E record, Function<E, ? extends DomainEvent> begun) {
        record(record, begun.apply(record));
        return record.view();
    }

    /** Lets something happen to a record. */
    protected final V happen(UUID id, Function<E, ? extends DomainEvent> event) {
        return change(id, record -> Optional.of(event.apply(record)));
    }

    /** @param change empty if nothing is different then */
    protected final V change(UUID id, Function<E, ? extends Optional<? extends DomainEvent>> change) {
        var record = records.require(id);
        change.apply(record).ifPresent(event -> record(record, event));
        return record.view();
    }

    /**
     * Changes the record that has a key in another system, or makes one; 409 {@code external-id.taken} if it is one that the
     * caller may not see.
     *
     * @param begun  the event of a new one
     * @param change empty if nothing is different then
     */
    protected final Upserted<V> upsert(
            ExternalId externalId,
            Supplier<E> made,
            Function<E, ? extends DomainEvent> begun,
            Function<E, ? extends Optional<? extends DomainEvent>> change) {
        var known = find(externalId);
        if (known.isEmpty()) {
            var record = made.get();
            keeping.externalIds().link(family, record, externalId);
            return Upserted.created(add(record, begun));
        }
        var record = known.flatMap(records::findVisible)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var event = change.apply(record);
        event.ifPresent(happened -> record(record, happened));
        return event.isPresent() ? Upserted.updated(record.view()) : Upserted.unchanged(record.view());
    }

    /** Whoever may see it. */
    protected final Optional<UUID> find(ExternalId externalId) {
        return Optional.ofNullable(
                keeping.externalIds().find(family, List.of(externalId)).get(externalId));
    }

    /** Fails if something needs the record, which is about to be deleted. */
    protected void requireUnused(E record) {}

    /** Fails if something has taken the place of the record, which is about to be restored, or makes it let go of what is gone. */
    protected void requireRoom(E record) {}
}
