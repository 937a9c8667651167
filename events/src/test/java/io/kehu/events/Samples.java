package io.kehu.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Fills any event or state record with fixed values, every field of it, so that a golden file shows its whole shape. */
final class Samples {

    private Samples() {}

    static Object of(Class<?> record) {
        try {
            var components = record.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(components)
                    .map(component -> value(component.getName(), component.getGenericType()))
                    .toArray();
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var raw = (Class<?>) generic.getRawType();
            if (raw == Map.class) {
                return Map.of("KEY", value(name, arguments[1]));
            }
            var element = value(name, arguments[0]);
            return raw == Set.class ? Set.of(element) : List.of(element);
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return name.equals("currency") ? "CNY" : "a " + name;
        }
        if (plain == Object.class) {
            return "any " + name;
        }
        if (plain == UUID.class) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-03-15T08:30:00Z");
        }
        if (plain == LocalDate.class) {
            return LocalDate.parse("2026-03-15");
        }
        if (plain == BigDecimal.class) {
            return new BigDecimal("12.5");
        }
        if (plain == int.class || plain == Integer.class) {
            return 7;
        }
        if (plain == long.class) {
            return 7L;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return of(plain);
        }
        throw new IllegalArgumentException("No sample for " + type);
    }
}
