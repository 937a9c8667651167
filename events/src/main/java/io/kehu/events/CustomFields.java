package io.kehu.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of fields that a company has defined itself, by their keys: texts, numbers, booleans and lists of texts. Equal
 * values are equal however they were written, so that 1.50 is no change of 1.5.
 */
public record CustomFields(@JsonValue Map<String, Object> values) {

    /** A number with more zeros at its end is left as it is, because writing it out would fill the memory. */
    private static final int MOST_ZEROS = -40;

    public static final CustomFields NONE = new CustomFields(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomFields(Map<String, Object> values) {
        var normal = new TreeMap<String, Object>();
        if (values != null) {
            values.forEach((key, value) -> {
                if (value != null) {
                    normal.put(key, normal(value));
                }
            });
        }
        this.values = Collections.unmodifiableMap(normal);
    }

    public Object get(String key) {
        return values.get(key);
    }

    private static Object normal(Object value) {
        return switch (value) {
            case Number number -> plain(new BigDecimal(number.toString()));
            case Collection<?> several ->
                several.stream().map(CustomFields::normal).toList();
            default -> value;
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > MOST_ZEROS ? stripped.setScale(0) : stripped;
    }
}
