package io.kehu.customer.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.customer.Parent;
import io.kehu.events.ContactLink;
import io.kehu.events.ContactState;
import io.kehu.events.EventJson;
import io.kehu.platform.reference.MergeToFollow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** What a merge has moved in this service, read from the events that say so, and nobody but merges has moved since. */
@ApplicationScoped
class MovedByMerge {

    private static final String CONTACTS = """
            select e.aggregate_id as id, cast(p.state as text) as state from event e
              join event p on p.aggregate_id = e.aggregate_id and p.version = e.version - 1
             where e.cause = :cause and e.origin = 'MERGE' and e.aggregate_type = 'contact'
               and p.state -> 'customers' @> cast(:link as jsonb)
               and not exists (
                 select 1 from event l join event b on b.aggregate_id = l.aggregate_id and b.version = l.version - 1
                  where l.aggregate_id = e.aggregate_id and l.version > e.version and l.origin <> 'MERGE'
                    and l.type <> 'contact.erased' and l.state -> 'customers' is distinct from b.state -> 'customers')""";

    private static final String CHILDREN = """
            select e.aggregate_id as id, cast(e.state ->> 'parentId' as uuid) as given,
                   p.state ->> 'parentRelation' as relation, cast(p.state ->> 'parentShare' as numeric) as share
              from event e join event p on p.aggregate_id = e.aggregate_id and p.version = e.version - 1
             where e.cause = :cause and e.origin = 'MERGE' and e.type = 'customer.parent-changed'
               and e.data ->> 'previousParentId' = :merged
               and not exists (
                 select 1 from event l join event b on b.aggregate_id = l.aggregate_id and b.version = l.version - 1
                  where l.aggregate_id = e.aggregate_id and l.version > e.version and l.origin <> 'MERGE'
                    and l.state -> 'parentId' is distinct from b.state -> 'parentId')""";

    private final EntityManager entities;

    MovedByMerge(EntityManager entities) {
        this.entities = entities;
    }

    /** Ids of the contacts, with how each belonged to customers before. */
    Map<UUID, List<ContactLink>> contacts(Merge merge) {
        var found = new HashMap<UUID, List<ContactLink>>();
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery(CONTACTS, Tuple.class)
                .setParameter("cause", MergeToFollow.cause(merge.mergeId()))
                .setParameter("link", "[{\"customerId\":\"" + merge.mergedId() + "\"}]")
                .getResultList();
        rows.forEach(row -> found.put(row.get("id", UUID.class), linksOf(row.get("state", String.class))));
        return found;
    }

    private static List<ContactLink> linksOf(String state) {
        try {
            return EventJson.mapper().readValue(state, ContactState.class).customers();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A customer that stood below the merged one.
     *
     * @param given    what the merge placed it below, or null
     * @param relation how it belonged to the merged one
     */
    record Child(UUID id, UUID given, String relation, BigDecimal share) {

        Parent back(UUID mergedId) {
            return new Parent(mergedId, relation == null ? null : Parent.Relation.valueOf(relation), share);
        }
    }

    List<Child> children(Merge merge) {
        return entities.unwrap(Session.class)
                .createNativeQuery(CHILDREN, Child.class)
                .setParameter("cause", MergeToFollow.cause(merge.mergeId()))
                .setParameter("merged", merge.mergedId().toString())
                .getResultList();
    }
}
