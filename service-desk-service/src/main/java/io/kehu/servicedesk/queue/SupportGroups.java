package io.kehu.servicedesk.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The groups that are defined; tickets may name others too, whose members take them by hand. */
@ApplicationScoped
class SupportGroups {

    private static final String COLUMNS =
            "select key, cast(settings as text) as settings, updated_at, updated_by from support_group";

    private final EntityManager entities;

    SupportGroups(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<SupportGroupView> all() {
        return session()
                .createNativeQuery(COLUMNS + " order by key", Tuple.class)
                .getResultStream()
                .map(SupportGroups::read)
                .toList();
    }

    @Transactional
    Optional<SupportGroupView> find(String key) {
        return session()
                .createNativeQuery(COLUMNS + " where key = :key", Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .map(SupportGroups::read)
                .findFirst();
    }

    @Transactional
    SupportGroupView require(String key) {
        return find(key).orElseThrow(() -> new NotFound("support group", key));
    }

    @Transactional
    SupportGroupView put(String key, SupportGroup group) {
        session()
                .createNativeMutationQuery("""
                        insert into support_group (key, settings, updated_at, updated_by)
                        values (:key, cast(:settings as jsonb), now(), :by)
                        on conflict (key) do update set settings = excluded.settings,
                          updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("key", key)
                .setParameter("settings", EventJson.write(group))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return require(key);
    }

    private static SupportGroupView read(Tuple row) {
        try {
            return new SupportGroupView(
                    row.get("key", String.class),
                    EventJson.mapper().readValue(row.get("settings", String.class), SupportGroup.class),
                    row.get("updated_at", Instant.class),
                    row.get("updated_by", String.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
