package io.kehu.platform.listing;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.RowByKey;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Preconditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;

/** Finds aggregates of one kind, as far as the caller may see them. */
public abstract class AggregateRepository<E extends Aggregate<?>> implements PanacheRepositoryBase<E, UUID> {

    private final Class<E> type;
    private final Listing<E> listing;

    protected AggregateRepository(Class<E> type, Listing<E> listing) {
        this.type = type;
        this.listing = listing;
    }

    Listing<E> listing() {
        return listing;
    }

    /**
     * The record; 404 if it does not exist, is deleted or may not be seen; if the current request changes it, 403 if it may
     * only be read and 412 if another version of it is named.
     */
    public E require(UUID id) {
        return judged(requireReadable(id));
    }

    /** The record for work that changes nothing of it, by whatever method it is asked for. */
    public E requireReadable(UUID id) {
        return findVisible(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #require}, also from the recycle bin. */
    public E requireAlsoDeleted(UUID id) {
        return judged(findAny(id).orElseThrow(() -> unknown(id)));
    }

    protected final NotFound unknown(UUID id) {
        return new NotFound(type.getSimpleName().toLowerCase(Locale.ROOT), id);
    }

    /** Whoever may not change a record at all is told that first, whatever else stands against the change. */
    private E judged(E found) {
        if (Preconditions.changes(found.id())) {
            found.requireAllowed();
            Preconditions.check(found.version());
        }
        return found;
    }

    /** The record, also a deleted one, if it exists and may be seen. */
    public final Optional<E> findAny(UUID id) {
        return Optional.ofNullable(RowByKey.find(getSession().unwrap(SessionImplementor.class), type, id));
    }

    /** The record, if it exists, is not deleted and may be seen. */
    public Optional<E> findVisible(UUID id) {
        return findAny(id).filter(found -> !found.deleted());
    }

    public final Class<E> type() {
        return type;
    }

    public Page<E> page(ListRequest request) {
        return listing.page(getEntityManager(), request);
    }

    /**
     * Fails as the list would if it were asked for this; and with 422 if it looks for phones or e-mails, which are kept
     * nowhere in clear.
     */
    public void requireSavable(ListRequest request) {
        listing.requireNothingSealed(request);
        page(request);
    }

    /** As {@link Listing#part}. */
    public Page<E> part(ListRequest request, String cursor, int size) {
        return listing.part(getEntityManager(), request, cursor, size);
    }

    /** How many records there are that are not deleted, as far as the caller may see them. */
    public long countVisible() {
        return count("deletedAt is null");
    }
}
