package io.kehu.platform.exchange;

import io.kehu.platform.eventlog.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads the records of a chunk by one query, those in the recycle bin too, as far as the caller may see them. */
@ApplicationScoped
class Records {

    private final EntityManager entities;

    Records(EntityManager entities) {
        this.entities = entities;
    }

    <E extends Aggregate<?>> Map<UUID, E> load(Class<E> type, Collection<UUID> ids) {
        return ids.isEmpty()
                ? new HashMap<>()
                : entities.createQuery("select e from " + type.getName() + " e where e.id in :ids", type)
                        .setParameter("ids", Set.copyOf(ids))
                        .getResultStream()
                        .collect(Collectors.toMap(Aggregate::id, Function.identity()));
    }
}
