package io.kehu.opportunity;

import io.kehu.events.Event;
import io.kehu.events.EventJson;
import io.kehu.events.EventMetadata;
import io.kehu.events.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads the stage history of deals from the event log, where it stands once and for all. */
@ApplicationScoped
public class StageLog {

    private static final String QUERY = """
            select id, type, aggregate_id, version, actor, origin, cause, occurred_at, recorded_at, historical,
                   data::text as data, state::text as state
            from event
            where aggregate_id in (:ids)
              and type in ('opportunity.opened', 'opportunity.stage-changed', 'opportunity.won', 'opportunity.lost',
                           'opportunity.reopened', 'opportunity.imported', 'opportunity.import-reverted')
            order by version""";

    private static final String SINCE = """
            select min(version)
            from event
            where aggregate_id = :deal
              and cause = (select cause from event where aggregate_id = :deal and version = :version)""";

    private final EntityManager entities;

    StageLog(EntityManager entities) {
        this.entities = entities;
    }

    /** By deal. The caller must have found them through their repository, so that their visibility has been judged. */
    public Map<UUID, StageHistory> of(Collection<UUID> ids) {
        return entities.unwrap(Session.class)
                .createNativeQuery(QUERY, Tuple.class)
                .setParameterList("ids", ids)
                .getResultStream()
                .map(StageLog::event)
                .collect(Collectors.groupingBy(
                        event -> event.metadata().aggregateId(),
                        Collectors.collectingAndThen(Collectors.toList(), StageHistory::of)));
    }

    StageHistory of(UUID id) {
        return of(List.of(id)).getOrDefault(id, new StageHistory(List.of()));
    }

    /** The version of the first event of what caused the last of {@code deal}. */
    public long sinceLastCause(Opportunity deal) {
        return entities.unwrap(Session.class)
                .createNativeQuery(SINCE, Long.class)
                .setParameter("deal", deal.id())
                .setParameter("version", deal.version())
                .getSingleResult();
    }

    private static Event event(Tuple row) {
        var metadata = new EventMetadata(
                row.get("id", UUID.class),
                row.get("type", String.class),
                row.get("aggregate_id", UUID.class),
                ((Number) row.get("version")).longValue(),
                row.get("actor", String.class),
                Origin.valueOf(row.get("origin", String.class)),
                row.get("cause", String.class),
                row.get("occurred_at", Instant.class),
                row.get("recorded_at", Instant.class),
                row.get("historical", Boolean.class));
        return EventJson.read(metadata, EventJson.value(row.get("data", String.class), row.get("state", String.class)));
    }
}
