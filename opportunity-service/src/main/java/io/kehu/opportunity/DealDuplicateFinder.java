package io.kehu.opportunity;

import static java.util.stream.Collectors.toMap;

import io.kehu.platform.search.NameKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** Finds open deals of the same customer under the same or a similar name; tells only of those that the caller may see. */
@ApplicationScoped
class DealDuplicateFinder {

    private static final double ALIKE = 0.4;
    private static final int MOST = 50;

    private static final String CANDIDATES = """
            select o.id, cast(similarity(lower(o.name), lower(:name)) as double precision) as likeness
            from opportunity o join stage s on s.id = o.stage_id
            where o.customer_id = :customer and o.id <> :self and o.deleted_at is null and s.kind = 'OPEN'
              and similarity(lower(o.name), lower(:name)) >= :alike
            order by likeness desc, o.id limit :most""";

    private static final String OPEN_OF_CUSTOMER = """
            select o.id, o.name from opportunity o join stage s on s.id = o.stage_id
            where o.customer_id = :customer and o.deleted_at is null and s.kind = 'OPEN'""";

    private final OpportunityRepository opportunities;
    private final EntityManager entities;

    DealDuplicateFinder(OpportunityRepository opportunities, EntityManager entities) {
        this.opportunities = opportunities;
        this.entities = entities;
    }

    /** None for a deal of no customer. */
    DealDuplicates of(UUID id) {
        var deal = opportunities.requireReadable(id).fields();
        return judged(alike(id, deal.customerId(), deal.name()));
    }

    /** Deals that a new one with these fields most likely is: of the same name but for its spelling. */
    List<UUID> likely(OpportunityFields fields) {
        if (fields.customerId() == null) {
            return List.of();
        }
        var key = NameKey.of(fields.name());
        return entities.unwrap(Session.class)
                .createNativeQuery(OPEN_OF_CUSTOMER, Tuple.class)
                .setParameter("customer", fields.customerId())
                .getResultStream()
                .filter(deal -> NameKey.of(deal.get(1, String.class)).equals(key))
                .map(deal -> deal.get(0, UUID.class))
                .limit(MOST)
                .toList();
    }

    /** What the caller may know of {@code found}, which are as good as the same. */
    DealDuplicates judged(List<UUID> found) {
        return judged(found.stream().collect(toMap(id -> id, _ -> 1.0)));
    }

    private DealDuplicates judged(Map<UUID, Double> alike) {
        var items = opportunities.visible(alike.keySet()).stream()
                .map(each -> duplicate(each, alike.get(each.id())))
                .sorted(Comparator.comparingDouble(DealDuplicate::likeness)
                        .reversed()
                        .thenComparing(DealDuplicate::id))
                .toList();
        return new DealDuplicates(items, alike.size() - items.size());
    }

    private Map<UUID, Double> alike(UUID self, UUID customerId, String name) {
        var found = new HashMap<UUID, Double>();
        if (customerId != null) {
            entities.unwrap(Session.class)
                    .createNativeQuery(CANDIDATES, Tuple.class)
                    .setParameter("customer", customerId)
                    .setParameter("self", self)
                    .setParameter("name", name)
                    .setParameter("alike", ALIKE)
                    .setParameter("most", MOST)
                    .getResultList()
                    .forEach(row -> found.put(row.get(0, UUID.class), row.get(1, Double.class)));
        }
        return found;
    }

    private static DealDuplicate duplicate(Opportunity deal, double likeness) {
        var state = deal.state();
        return new DealDuplicate(
                deal.id(),
                deal.number(),
                state.name(),
                deal.owner(),
                state.stage().code(),
                Math.round(likeness * 100) / 100.0);
    }
}
