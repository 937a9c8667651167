package io.kehu.platform.eventlog;

import io.kehu.events.AggregateState;
import io.kehu.events.ExternalId;
import io.kehu.platform.problem.Expired;
import io.kehu.platform.search.SearchText;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A record that changes only by events: whoever flushes a change that {@link EventLog} is not recording fails.
 *
 * @param <S> what is published of it
 */
@MappedSuperclass
public abstract class Aggregate<S extends AggregateState> {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<ExternalId> externalIds = List.of();

    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;
    private Instant deletedAt;

    @Transient
    private boolean recording;

    protected Aggregate() {}

    protected Aggregate(String number) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.number = number;
    }

    /** The aggregate as published, without personal data. */
    public abstract S state();

    /** The personal part of the aggregate, a record that is kept sealed under the key of its subject; null if it has none. */
    public Object personal() {
        return null;
    }

    /** By what the aggregate is found in a search box; null if it is not searched by {@link SearchText}. */
    public SearchText searchText() {
        return null;
    }

    public final UUID id() {
        return id;
    }

    public final long version() {
        return version;
    }

    public final String number() {
        return number;
    }

    public final List<ExternalId> externalIds() {
        return externalIds;
    }

    public final boolean deleted() {
        return deletedAt != null;
    }

    /** Fails with 410 if it has been deleted too long ago to be taken back. */
    public final void requireRestorable() {
        if (deletedAt.isBefore(RecycleBin.since())) {
            throw new Expired("record.restore-ended", RecycleBin.KEPT.toDays());
        }
    }

    public final Lifespan lifespan() {
        return new Lifespan(version, createdAt, createdBy, updatedAt, updatedBy);
    }

    protected final void delete() {
        deletedAt = EventLog.now();
    }

    protected final void restore() {
        deletedAt = null;
    }

    final void addExternalId(ExternalId externalId) {
        var all = new ArrayList<>(externalIds);
        all.add(externalId);
        externalIds = List.copyOf(all);
    }

    final void removeExternalIds(Collection<ExternalId> pairs) {
        var remaining = new ArrayList<>(externalIds);
        remaining.removeAll(pairs);
        externalIds = List.copyOf(remaining);
    }

    /** Fails with 403 unless the current caller may change the aggregate as it has been changed since it was loaded. */
    public void requireAllowed() {}

    /** Makes the aggregate dirty, so that its version rises by one also when only a child changed. */
    final void startRecording(String actor, Instant now) {
        recording = true;
        if (createdAt == null) {
            createdAt = now;
            createdBy = actor;
        }
        updatedAt = now;
        updatedBy = actor;
    }

    final void endRecording() {
        recording = false;
    }

    @PostPersist
    @PostUpdate
    @PostRemove
    void requireEvent() {
        if (!recording) {
            throw new IllegalStateException(getClass().getSimpleName() + " " + id + " was changed without an event");
        }
    }
}
