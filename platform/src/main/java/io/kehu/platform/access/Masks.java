package io.kehu.platform.access;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a masked value means on the way in, whoever sends it and by whichever door: "unchanged" if it is the mask of what is
 * stored, and otherwise a mistake, so that no mask is ever stored.
 */
public final class Masks {

    private static final String MASK = "*";

    /** Kept, because the annotations of a component are parsed anew whenever a class is asked for its components. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private record Part(String name, Method read, Masked masked) {

        static Part of(RecordComponent component) {
            var read = component.getAccessor();
            read.setAccessible(true);
            return new Part(component.getName(), read, read.getAnnotation(Masked.class));
        }
    }

    private Masks() {}

    /**
     * {@code wanted} with the stored values in place of their masks, also in records within it.
     *
     * @param current the record's present fields, or null if it is new
     * @throws Invalid 422 naming each field that holds another mask
     */
    public static <T> T resolve(T current, T wanted) {
        var errors = new ArrayList<InvalidField>();
        var resolved = resolve(current, wanted, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return resolved;
    }

    /** Whether {@code fields} state in clear what is shown masked to whoever may not see personal data. */
    public static boolean unmasked(Record fields) {
        try {
            for (var part : PARTS.get(fields.getClass())) {
                var value = part.read().invoke(fields);
                var clear = part.masked() == null
                        ? value instanceof Record within && unmasked(within)
                        : value != null && !holdsMask(value);
                if (clear) {
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last guard, where a text is about to be stored. */
    public static void refuse(String text) {
        if (text.contains(MASK)) {
            throw new Invalid("field.masked");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T resolve(T current, T wanted, List<InvalidField> errors) {
        if (!(wanted instanceof Record)) {
            return wanted;
        }
        try {
            var parts = PARTS.get(wanted.getClass());
            var values = new Object[parts.size()];
            var same = true;
            for (var index = 0; index < values.length; index++) {
                var part = parts.get(index);
                var value = part.read().invoke(wanted);
                var stored = current == null ? null : part.read().invoke(current);
                values[index] = value(part, stored, value, errors);
                same &= Objects.equals(values[index], value);
            }
            if (same) {
                return wanted;
            }
            var types = parts.stream().map(part -> part.read().getReturnType()).toArray(Class<?>[]::new);
            var constructor = wanted.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Part part, Object stored, Object value, List<InvalidField> errors) {
        if (part.masked() == null) {
            return value instanceof Record ? resolve(stored, value, errors) : value;
        }
        if (!holdsMask(value)) {
            return value;
        }
        if (value.equals(mask(part.masked().value(), stored))) {
            return stored;
        }
        errors.add(new InvalidField(part.name(), "field.masked"));
        return value;
    }

    private static boolean holdsMask(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().anyMatch(Masks::holdsMask)
                : value != null && value.toString().contains(MASK);
    }

    private static Object mask(Masking masking, Object stored) {
        return switch (stored) {
            case null -> null;
            case Collection<?> values ->
                values.stream().map(each -> masking.mask(each.toString())).toList();
            default -> masking.mask(stored.toString());
        };
    }
}
