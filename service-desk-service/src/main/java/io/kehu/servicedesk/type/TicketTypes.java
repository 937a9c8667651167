package io.kehu.servicedesk.type;

import io.kehu.platform.setting.Settings;
import io.kehu.servicedesk.TicketType;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for tickets of each type. */
@Singleton
public class TicketTypes extends Settings<TypeSettings, TypeSettingsView> {

    /** By which {@code setting} also says after how many days a resolved ticket is closed. */
    public static final String KIND = "ticket-type";

    TicketTypes(EntityManager entities) {
        super(
                entities,
                KIND,
                TypeSettings.class,
                (key, settings, at, by) -> new TypeSettingsView(TicketType.valueOf(key), settings, at, by));
    }

    /** In the order of the types, also those of which nothing is set. */
    List<TypeSettingsView> ofEveryType() {
        Map<TicketType, TypeSettingsView> known =
                all().stream().collect(Collectors.toMap(TypeSettingsView::type, Function.identity()));
        return Stream.of(TicketType.values())
                .map(type -> known.getOrDefault(type, TypeSettingsView.nothingSet(type)))
                .toList();
    }

    TypeSettingsView view(TicketType type) {
        return find(type.name()).orElseGet(() -> TypeSettingsView.nothingSet(type));
    }

    /** What holds for {@code type}; nothing for none. */
    public TypeSettings of(TicketType type) {
        return type == null ? TypeSettings.NONE : view(type).settings();
    }
}
