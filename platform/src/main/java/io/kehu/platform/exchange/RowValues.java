package io.kehu.platform.exchange;

import io.kehu.events.Money;
import io.kehu.platform.company.Company;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values of one row of a file by field, after the mapping. Every getter answers null for an empty cell and for one that
 * does not fit, which it notes as an error of the row.
 */
public final class RowValues {

    private static final Pattern SEPARATOR = Pattern.compile("[;;、]");

    private final Set<String> fields;
    private final Map<String, String> values;
    private final CellFormat format;
    private final List<InvalidField> errors = new ArrayList<>();
    private List<RowValues> group = List.of(this);

    /** @param fields every field that the import describes */
    RowValues(Set<String> fields, Map<String, String> values, CellFormat format) {
        this.fields = fields;
        this.values = values;
        this.format = format;
    }

    public String text(String field) {
        if (!fields.contains(field)) {
            throw new IllegalArgumentException("The import describes no column " + field);
        }
        return values.get(field);
    }

    /** The fields with this prefix that the row has a value for. */
    public List<String> filled(String prefix) {
        return values.keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .toList();
    }

    public List<String> texts(String field) {
        var text = text(field);
        return text == null
                ? null
                : Arrays.stream(SEPARATOR.split(text))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    public Integer integer(String field) {
        return read(field, "value.integer", format::integer);
    }

    public BigDecimal decimal(String field) {
        return read(field, "value.decimal", format::decimal);
    }

    /** In the company's currency where the row names none; null without an amount. */
    public Money money(String amount, String currency) {
        var number = decimal(amount);
        var code = text(currency);
        return number == null ? null : new Money(number, code == null ? ownCurrency() : code);
    }

    private static String ownCurrency() {
        return Company.current().currency().getCurrencyCode();
    }

    public Boolean flag(String field) {
        return read(field, "value.flag", format::flag);
    }

    public LocalDate date(String field) {
        return read(field, "value.date", format::date);
    }

    /** A time without a zone is read in the mapping's time zone; a date alone is its start. */
    public Instant instant(String field) {
        return read(field, "value.instant", format::instant);
    }

    /** A constant of {@code type} by its name; case, blanks and hyphens do not matter. */
    public <T extends Enum<T>> T choice(String field, Class<T> type) {
        return read(
                field, "value.choice", text -> CellFormat.choice(text, type), Arrays.toString(type.getEnumConstants()));
    }

    /** All rows of this record in the order of the file; only this one unless the import is grouped. */
    public List<RowValues> group() {
        return group;
    }

    /** Notes that the row is wrong in a way that its values alone show; {@code code} is a key of the message bundle. */
    public void refuse(String field, String code, Object... arguments) {
        errors.add(new InvalidField(field, code, arguments));
    }

    List<InvalidField> errors() {
        return errors;
    }

    void join(List<RowValues> rows) {
        group = rows;
    }

    private interface Reading<T> {
        /** @throws IllegalArgumentException if {@code text} is no such value */
        T read(String text);
    }

    private <T> T read(String field, String code, Reading<T> reading, Object... arguments) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return reading.read(text);
        } catch (IllegalArgumentException e) {
            var all = new ArrayList<Object>(List.of(text));
            all.addAll(Arrays.asList(arguments));
            refuse(field, code, all.toArray());
            return null;
        }
    }
}
