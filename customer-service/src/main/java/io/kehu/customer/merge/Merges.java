package io.kehu.customer.merge;

import io.kehu.events.EventJson;
import io.kehu.events.ExternalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The merges that there have been, and which of them still hold. */
@ApplicationScoped
class Merges {

    private final EntityManager entities;

    Merges(EntityManager entities) {
        this.entities = entities;
    }

    void add(Merge merge, String username) {
        entities.createNativeQuery("""
                        insert into customer_merge (merge_id, merged_id, survivor_id, external_ids, merged_at, merged_by)
                        values (:merge, :merged, :survivor, cast(:pairs as jsonb), :at, :by)""")
                .setParameter("merge", merge.mergeId())
                .setParameter("merged", merge.mergedId())
                .setParameter("survivor", merge.survivorId())
                .setParameter("pairs", EventJson.write(merge.externalIds()))
                .setParameter("at", merge.mergedAt())
                .setParameter("by", username)
                .executeUpdate();
    }

    /** The merge by which {@code mergedId} stands for another customer now. */
    Merge of(UUID mergedId) {
        var row = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select merge_id, survivor_id, cast(external_ids as text) as external_ids, merged_at from customer_merge"
                                + " where merged_id = :merged and undone_at is null for update",
                        Tuple.class)
                .setParameter("merged", mergedId)
                .getSingleResult();
        return new Merge(
                row.get("merge_id", UUID.class),
                mergedId,
                row.get("survivor_id", UUID.class),
                pairs(row.get("external_ids", String.class)),
                row.get("merged_at", Instant.class));
    }

    private static List<ExternalId> pairs(String json) {
        return List.of(EventJson.read(json, ExternalId[].class));
    }

    /** The customers that the same merge has made one, and that still are: the survivor and the others merged. */
    Set<UUID> standingTogether(Merge merge) {
        var others = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select merged_id from customer_merge where merge_id = :merge and merged_id <> :merged"
                                + " and undone_at is null",
                        UUID.class)
                .setParameter("merge", merge.mergeId())
                .setParameter("merged", merge.mergedId())
                .getResultStream()
                .collect(Collectors.toSet());
        others.add(merge.survivorId());
        return others;
    }

    void undo(Merge merge, String username) {
        entities.createNativeQuery("update customer_merge set undone_at = now(), undone_by = :by"
                        + " where merge_id = :merge and merged_id = :merged")
                .setParameter("by", username)
                .setParameter("merge", merge.mergeId())
                .setParameter("merged", merge.mergedId())
                .executeUpdate();
    }
}
