package io.kehu.servicedesk.type;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.setting.Settings;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The types of tickets with what holds for each: those that are shipped, and the company's own. */
@Singleton
public class TicketTypes extends Settings<TypeSettings, TypeSettingsView> {

    /** By which {@code setting} also says after how many days a resolved ticket is closed. */
    public static final String KIND = "ticket-type";

    TicketTypes(EntityManager entities) {
        super(entities, KIND, TypeSettings.class, TypeSettingsView::new);
    }

    /** In the order in which they are shown. */
    @Override
    @Transactional
    public List<TypeSettingsView> all() {
        return super.all().stream()
                .sorted(Comparator.comparing(
                        view -> view.settings().position(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What holds for tickets of {@code type}; nothing for none. */
    public TypeSettings of(String type) {
        return type == null
                ? TypeSettings.NONE
                : find(type).map(TypeSettingsView::settings).orElse(TypeSettings.NONE);
    }

    /** What holds for one that becomes of {@code type}, nothing for none; 422 if there is no such type, or it is retired. */
    public TypeSettings ofNew(String type) {
        return type == null
                ? TypeSettings.NONE
                : find(type)
                        .map(TypeSettingsView::settings)
                        .filter(TypeSettings::active)
                        .orElseThrow(() -> unknown("type", type, active()));
    }

    /** 422 naming {@code field} unless there is such a type, retired or not; null is none. */
    public void requireKnown(String field, String type) {
        requireKnown(field, type == null ? Set.of() : Set.of(type));
    }

    public void requireKnown(String field, Collection<String> types) {
        var known = types.isEmpty() ? List.<String>of() : codes(_ -> true);
        types.stream()
                .filter(type -> !known.contains(type))
                .sorted()
                .findFirst()
                .ifPresent(type -> {
                    throw unknown(field, type, known);
                });
    }

    static Invalid unknown(String field, String type, Collection<String> known) {
        return new Invalid(
                "validation.failed",
                List.of(new InvalidField(field, "ticket.type-unknown", type, String.join(", ", known))));
    }

    /** Codes of those that new tickets may be of. */
    public List<String> active() {
        return codes(TypeSettings::active);
    }

    private List<String> codes(Predicate<TypeSettings> fits) {
        return all().stream()
                .filter(view -> fits.test(view.settings()))
                .map(TypeSettingsView::type)
                .toList();
    }

    /** What files may say for them: their codes or names, in any case. */
    @Transactional
    public TypeNames names() {
        var views = all();
        var codes = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        views.forEach(view -> codes.put(view.type(), view.type()));
        for (var view : views) {
            codes.putIfAbsent(view.settings().name(), view.type());
            codes.putIfAbsent(view.settings().chineseName(), view.type());
        }
        return new TypeNames(codes);
    }

    /** A type that is set without names keeps those that it has; a new one needs them. */
    @Override
    @Transactional
    public TypeSettingsView put(String type, TypeSettings settings) {
        return super.put(
                type,
                find(type).map(known -> settings.insteadOf(known.settings())).orElseGet(settings::requireNamed));
    }
}
