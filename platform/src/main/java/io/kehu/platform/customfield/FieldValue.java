package io.kehu.platform.customfield;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings one value of a custom field into the form that it is kept in. */
final class FieldValue {

    /** An index holds no entry beyond a third of a page. */
    static final int LONGEST_INDEXED = 500;

    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_NUMBER = 40;

    private FieldValue() {}

    /** The value as it is kept; empty if it is none of this field. */
    static Optional<Object> of(CustomField field, Object value) {
        return switch (field.valueKind()) {
            case TEXT ->
                value instanceof String text && text.length() <= longest(field) ? Optional.of(text) : Optional.empty();
            case NUMBER ->
                value instanceof Number number && isShort(number.toString()) ? Optional.of(number) : Optional.empty();
            case DATE -> value instanceof String text ? date(text) : Optional.empty();
            case BOOLEAN -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
            case CHOICE -> Optional.of(value).filter(field.choices()::contains);
            case MULTI_CHOICE ->
                value instanceof Collection<?> several && field.choices().containsAll(several)
                        ? Optional.of(several.stream().distinct().toList())
                        : Optional.empty();
            case FORMULA -> Optional.empty();
        };
    }

    /** The same for a text of a file, a filter or a default. */
    static Optional<Object> ofText(CustomField field, String text) {
        return switch (field.valueKind()) {
            case TEXT, DATE, CHOICE -> of(field, text);
            case NUMBER -> number(text);
            case BOOLEAN ->
                switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                };
            case MULTI_CHOICE -> of(field, parts(text));
            case FORMULA -> Optional.empty();
        };
    }

    /** What a value has to keep to, for the problem that says so. */
    static String bounds(CustomField field) {
        return field.kind() == CustomField.Kind.TEXT
                ? Integer.toString(longest(field))
                : String.join(", ", field.choices());
    }

    private static int longest(CustomField field) {
        return field.indexed() ? LONGEST_INDEXED : LONGEST_TEXT;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("[;;、]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Also written out without an exponent. */
    private static boolean isShort(String number) {
        if (number.length() > LONGEST_NUMBER) {
            return false;
        }
        var value = new BigDecimal(number);
        return Math.abs((long) value.precision() - value.scale()) <= LONGEST_NUMBER
                && Math.abs((long) value.scale()) <= LONGEST_NUMBER;
    }

    private static Optional<Object> number(String text) {
        try {
            return isShort(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
