package io.kehu.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query parameter takes.
 *
 * @param reader   makes the value of a text as the framework will, or null if every text will do
 * @param expected tells a person what fits
 */
record QueryValue(Method reader, String expected) {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Integer.class, "-2147483648 … 2147483647",
            Long.class, "-9223372036854775808 … 9223372036854775807",
            Boolean.class, "true, false",
            UUID.class, "UUID",
            Instant.class, "2026-01-31T08:00:00Z",
            LocalDate.class, "2026-01-31");

    static QueryValue of(Class<?> type) {
        var boxed = BOXES.getOrDefault(type, type);
        var expected = boxed.isEnum()
                ? Arrays.stream(boxed.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                : EXPECTED.getOrDefault(boxed, boxed.getSimpleName());
        var reader = Stream.of("fromString", "valueOf", "parse")
                .flatMap(name -> reader(boxed, name))
                .findFirst();
        return new QueryValue(boxed == String.class ? null : reader.orElse(null), expected);
    }

    private static Stream<Method> reader(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && method.getName().equals(name))
                .filter(method -> method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isAssignableFrom(String.class)
                        && type.isAssignableFrom(method.getReturnType()));
    }

    boolean fits(String text) {
        if (reader == null || text.isEmpty()) {
            return true;
        }
        if (reader.getDeclaringClass() == Boolean.class) { // which takes every text for false
            return text.equals("true") || text.equals("false");
        }
        try {
            reader.invoke(null, text);
            return true;
        } catch (InvocationTargetException _) {
            return false;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
