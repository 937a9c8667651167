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

    /** Fails with 422 naming {@code field} unless {@code id} is null or a record that the caller may see. */
    public void require(String field, EventFamily family, UUID id) {
        if (id != null && find(family, id).isEmpty()) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField(field, "reference.unknown", family.aggregate(), id)));
        }
    }

    /** The record, if it exists and the caller may see it. */
    public Optional<KnownRecord> find(EventFamily family, UUID id) {
        return known.find(family, id).or(() -> owners.find(family, id)).filter(this::visible);
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
            record.filter(this::visible).ifPresent(each -> found.put(pair, each));
        }
        return found;
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
