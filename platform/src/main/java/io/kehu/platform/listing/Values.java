package io.kehu.platform.listing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Reads the values that filters and cursors write as text. */
final class Values {

    private Values() {}

    /** @throws IllegalArgumentException if {@code text} is no value of {@code type} */
    static Comparable<?> parse(String text, Class<?> type) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == Instant.class) {
                return instant(text);
            }
            if (type == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (type == UUID.class) {
                return UUID.fromString(text);
            }
            if (type == BigDecimal.class) {
                return new BigDecimal(text);
            }
            if (type == Integer.class || type == int.class) {
                return Integer.valueOf(text);
            }
            if (type == Long.class || type == long.class) {
                return Long.valueOf(text);
            }
            if (type == Boolean.class || type == boolean.class) {
                return bool(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
        if (type.isEnum()) {
            return (Comparable<?>) Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        throw new IllegalArgumentException("No filter on values of " + type);
    }

    /** A date alone means its start in UTC. */
    private static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
