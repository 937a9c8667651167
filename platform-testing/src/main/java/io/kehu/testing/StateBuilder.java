package io.kehu.testing;

import io.kehu.events.AggregateState;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A published state for tests that act as another service. What a test does not name is empty, so that only the tests that a
 * new component concerns need to know it.
 */
public final class StateBuilder<S extends Record & AggregateState> {

    private final Class<S> type;
    private final Map<String, Object> values = new HashMap<>();

    private StateBuilder(Class<S> type) {
        this.type = type;
    }

    public static <S extends Record & AggregateState> StateBuilder<S> of(Class<S> type) {
        return new StateBuilder<>(type);
    }

    public StateBuilder<S> with(String component, Object value) {
        if (Arrays.stream(type.getRecordComponents())
                .noneMatch(known -> known.getName().equals(component))) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no component " + component);
        }
        values.put(component, value);
        return this;
    }

    public S build() {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var arguments = Arrays.stream(components).map(this::value).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private Object value(RecordComponent component) {
        return values.containsKey(component.getName()) ? values.get(component.getName()) : empty(component.getType());
    }

    private static Object empty(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> false;
            case "int" -> 0;
            case "long" -> 0L;
            case "java.util.List" -> List.of();
            case "java.util.Set" -> Set.of();
            case "java.util.Map" -> Map.of();
            default -> null;
        };
    }
}
