package io.kehu.platform.reference;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Judges references to other services' records, to be asked before a transaction opens: what this service knows decides;
 * what it has not heard of yet is asked of its owner. One rule either way: the caller must be allowed to see it.
 */
@ApplicationScoped
public class References {

    private final KnownRecords known;
    private final OwnerClient owners;

    References(KnownRecords known, OwnerClient owners) {
        this.known = known;
        this.owners = owners;
    }

    /**
     * Fails with 422 naming {@code field} unless {@code id} is null or a record that the caller may see. Answers the id to
     * refer to: that of the survivor if the record has been merged into another.
     */
    public UUID require(String field, EventFamily family, UUID id) {
        if (id == null) {
            return null;
        }
        return find(family, id)
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField(field, "reference.unknown", family.aggregate(), id))))
                .id();
    }

    /** The record, or what it has been merged into, if it exists and the caller may see it. */
    public Optional<KnownRecord> find(EventFamily family, UUID id) {
        return settled(family, known(family, id)).filter(this::visible);
    }

    private Optional<KnownRecord> known(EventFamily family, UUID id) {
        return known.find(family, id).or(() -> owners.find(family, id));
    }

    private Optional<KnownRecord> settled(EventFamily family, Optional<KnownRecord> record) {
        var settled = record;
        for (var hops = 0; settled.isPresent() && settled.get().mergedInto() != null; hops++) {
            settled = hops == KnownRecord.MOST_MERGES
                    ? Optional.empty()
                    : known(family, settled.get().mergedInto());
        }
        return settled;
    }

    /**
     * The records that have these keys in other systems, as far as the caller may see them; keys of nobody are left out.
     * Owners are asked one by one only for keys not heard of yet.
     */
    public Map<ExternalId, KnownRecord> findByExternalId(EventFamily family, Collection<ExternalId> pairs) {
        var found = new HashMap<ExternalId, KnownRecord>();
        var ids = known.findByExternalId(family, pairs);
        var records = known.find(family, ids.values());
        for (var pair : pairs) {
            var record = ids.containsKey(pair)
                    ? Optional.ofNullable(records.get(ids.get(pair)))
                    : owners.findByExternalId(family, pair);
            settled(family, record).filter(this::visible).ifPresent(each -> found.put(pair, each));
        }
        return found;
    }

    /** The records that have these numbers, likewise; one that has not been heard of yet is left out. */
    public Map<String, KnownRecord> findByNumber(EventFamily family, Collection<String> numbers) {
        var found = new HashMap<>(known.findByNumber(family, numbers));
        found.values().removeIf(record -> !visible(record));
        return found;
    }

    /** The numbers of these records by their ids, likewise. */
    public Map<UUID, String> numbers(EventFamily family, Collection<UUID> ids) {
        return known.find(family, ids).values().stream()
                .filter(this::visible)
                .collect(Collectors.toMap(KnownRecord::id, KnownRecord::number));
    }

    /** What nobody owns, such as a product, everybody sees; what hangs on a visible customer is visible as well. */
    private boolean visible(KnownRecord record) {
        return !record.deleted()
                && (record.owner() == null
                        || Visibility.current().allows(record.owner(), record.team(), record.collaborators())
                        || (record.customerId() != null
                                && find(EventFamily.CUSTOMER, record.customerId())
                                        .isPresent()));
    }
}
