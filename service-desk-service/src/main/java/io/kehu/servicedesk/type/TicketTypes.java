package io.kehu.servicedesk.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.servicedesk.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** What holds for tickets of each type. */
@ApplicationScoped
public class TicketTypes {

    private static final String COLUMNS =
            "select type, cast(settings as text) as settings, updated_at, updated_by from ticket_type_settings";

    private final EntityManager entities;

    TicketTypes(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    List<TypeSettingsView> all() {
        return List.of(TicketType.values()).stream().map(this::view).toList();
    }

    @Transactional
    TypeSettingsView view(TicketType type) {
        return session()
                .createNativeQuery(COLUMNS + " where type = :type", Tuple.class)
                .setParameter("type", type.name())
                .getResultStream()
                .map(TicketTypes::read)
                .findFirst()
                .orElseGet(() -> new TypeSettingsView(type, TypeSettings.NONE, null, null));
    }

    /** What holds for {@code type}; nothing for none. */
    @Transactional
    public TypeSettings of(TicketType type) {
        return type == null ? TypeSettings.NONE : view(type).settings();
    }

    @Transactional
    TypeSettingsView put(TicketType type, TypeSettings settings) {
        session()
                .createNativeMutationQuery("""
                        insert into ticket_type_settings (type, settings, updated_at, updated_by)
                        values (:type, cast(:settings as jsonb), now(), :by)
                        on conflict (type) do update set settings = excluded.settings,
                          updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("type", type.name())
                .setParameter("settings", EventJson.write(settings))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return view(type);
    }

    private static TypeSettingsView read(Tuple row) {
        try {
            return new TypeSettingsView(
                    TicketType.valueOf(row.get("type", String.class)),
                    EventJson.mapper().readValue(row.get("settings", String.class), TypeSettings.class),
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
