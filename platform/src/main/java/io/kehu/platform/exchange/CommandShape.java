package io.kehu.platform.exchange;

import io.kehu.events.CustomFields;
import io.kehu.platform.customfield.CustomColumns;
import jakarta.validation.Valid;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays what a row states over what a record has, and tells whether that makes a difference. */
final class CommandShape {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = type.getRecordComponents();
            Stream.of(components).forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private CommandShape() {}

    /**
     * The full paths of what blank cells clear.
     *
     * @param names a name, or the end of a path, is the component nearest to the top that has it; custom fields stay as named
     */
    static Set<String> cleared(Class<?> type, Collection<String> names) {
        var paths = paths(type);
        return names.stream()
                .flatMap(name -> name.startsWith(CustomColumns.PREFIX)
                        ? Stream.of(name)
                        : paths.stream()
                                .filter(path -> path.equals(name) || path.endsWith("." + name))
                                .limit(1))
                .collect(Collectors.toSet());
    }

    /** Every component and those of its parts, the ones nearest to the top first. */
    private static List<String> paths(Class<?> type) {
        var paths = new ArrayList<String>();
        var level = Map.<String, Class<?>>of("", type);
        while (!level.isEmpty()) {
            var below = new LinkedHashMap<String, Class<?>>();
            level.forEach((prefix, record) -> Stream.of(components(record)).forEach(component -> {
                paths.add(prefix + component.getName());
                if (isPart(component)) {
                    below.put(prefix + component.getName() + ".", component.getType());
                }
            }));
            level = below;
        }
        return paths;
    }

    /** A component marked {@link Valid} is a part of the row and laid over part by part. */
    private static boolean isPart(RecordComponent component) {
        return component.getType().isRecord() && component.getAccessor().isAnnotationPresent(Valid.class);
    }

    /**
     * {@code current} with whatever {@code stated} says.
     *
     * @param cleared what becomes null where {@code stated} says nothing of it
     */
    static <C extends Record> C over(C current, C stated, Set<String> cleared) {
        return over(current, stated, cleared, "");
    }

    /** @param stated null if it says nothing of this part at all */
    private static <C extends Record> C over(C current, C stated, Set<String> cleared, String prefix) {
        var components = components(current.getClass());
        var values = new Object[components.length];
        for (var index = 0; index < components.length; index++) {
            var component = components[index];
            values[index] = over(
                    component,
                    value(component, current),
                    stated == null ? null : value(component, stated),
                    cleared,
                    prefix + component.getName());
        }
        return make(current, components, values);
    }

    private static Object over(
            RecordComponent component, Object current, Object stated, Set<String> cleared, String path) {
        if (current instanceof CustomFields present) {
            return over(present, (CustomFields) stated, cleared);
        }
        if (cleared.contains(path)) {
            return stated;
        }
        if (current instanceof Record part && isPart(component)) {
            return over(part, (Record) stated, cleared, path + ".");
        }
        return stated == null ? current : stated;
    }

    private static CustomFields over(CustomFields current, CustomFields stated, Set<String> cleared) {
        var values = new HashMap<>(current.values());
        values.keySet().removeIf(key -> cleared.contains(CustomColumns.PREFIX + key));
        if (stated != null) {
            values.putAll(stated.values());
        }
        return new CustomFields(values);
    }

    /** Whether both say the same; 1.5 and 1.50 are the same number. */
    static boolean same(Object one, Object other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof BigDecimal number && other instanceof BigDecimal another) {
            return number.compareTo(another) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> another) {
            return list.size() == another.size()
                    && IntStream.range(0, list.size()).allMatch(index -> same(list.get(index), another.get(index)));
        }
        if (one instanceof Record && one.getClass() == other.getClass()) {
            return Stream.of(components(one.getClass()))
                    .allMatch(component -> same(value(component, one), value(component, other)));
        }
        return Objects.equals(one, other);
    }

    private static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    @SuppressWarnings("unchecked")
    private static <C extends Record> C make(C like, RecordComponent[] components, Object[] values) {
        try {
            var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = like.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (C) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
