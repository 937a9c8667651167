package io.kehu.platform.access;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
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
            var components = wanted.getClass().getRecordComponents();
            var values = new Object[components.length];
            var same = true;
            for (var index = 0; index < components.length; index++) {
                var value = read(components[index], wanted);
                var stored = current == null ? null : read(components[index], current);
                values[index] = value(components[index], stored, value, errors);
                same &= Objects.equals(values[index], value);
            }
            if (same) {
                return wanted;
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = wanted.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (T) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(RecordComponent component, Object record) throws ReflectiveOperationException {
        var read = component.getAccessor();
        read.setAccessible(true);
        return read.invoke(record);
    }

    private static Object value(RecordComponent component, Object stored, Object value, List<InvalidField> errors) {
        var masked = component.getAccessor().getAnnotation(Masked.class);
        if (masked == null) {
            return value instanceof Record ? resolve(stored, value, errors) : value;
        }
        if (!holdsMask(value)) {
            return value;
        }
        if (value.equals(mask(masked.value(), stored))) {
            return stored;
        }
        errors.add(new InvalidField(component.getName(), "field.masked"));
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
