package io.kehu.platform.exchange;

import jakarta.validation.Valid;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
     * {@code current} with whatever {@code stated} says: a component that is null counts only if the file has a column of its
     * name, which clears it then. A component marked {@link Valid} is a part of the row and laid over the same way.
     */
    static <C extends Record> C over(C current, C stated, Set<String> given) {
        var components = components(current.getClass());
        var values = new Object[components.length];
        for (var index = 0; index < components.length; index++) {
            values[index] =
                    over(components[index], value(components[index], current), value(components[index], stated), given);
        }
        return make(current, components, values);
    }

    private static Object over(RecordComponent component, Object current, Object stated, Set<String> given) {
        if (current instanceof Record part
                && stated instanceof Record other
                && component.getAccessor().isAnnotationPresent(Valid.class)) {
            return over(part, other, given);
        }
        return stated != null || given.contains(component.getName()) ? stated : current;
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
