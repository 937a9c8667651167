package io.kehu.platform.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the columns of a file become fields, as the caller tells it.
 *
 * @param columns    field, or several, for a heading of the file; null means that the column is to be ignored
 * @param constants  the value of a field in every row that has none
 * @param values     per field: what a text in the file stands for; null stands for nothing
 * @param blanks     texts that stand for nothing in every column, for instance {@code ?} or {@code N/A}
 * @param dateFormat pattern of dates and times, for instance {@code d/M/yyyy H:mm}; without it the year comes first
 * @param timeZone   of times that name none
 * @param encoding   of the file, instead of the one detected
 * @param delimiter  of the file, instead of the one detected
 */
record ImportMapping(
        Map<String, JsonNode> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        List<String> blanks,
        String dateFormat,
        String timeZone,
        String encoding,
        String delimiter) {

    ImportMapping {
        columns = columns == null ? Map.of() : columns;
        constants = constants == null ? Map.of() : constants;
        values = values == null ? Map.of() : values;
        blanks = blanks == null ? List.of() : blanks;
    }

    static ImportMapping none() {
        return new ImportMapping(null, null, null, null, null, null, null, null);
    }

    CellFormat cellFormat(ZoneId defaultZone) {
        return new CellFormat(dateFormat, timeZone == null ? defaultZone : ZoneId.of(timeZone));
    }

    /** The fields that the column with this heading fills, or null if the mapping does not speak of it. */
    List<String> fieldsOf(String heading) {
        var target = columns.get(heading);
        if (target == null) {
            return null;
        }
        var fields = new ArrayList<String>();
        if (target.isArray()) {
            target.forEach(field -> fields.add(field.asText()));
        } else if (!target.isNull()) {
            fields.add(target.asText());
        }
        return fields;
    }

    /** What is wrong with it whatever file it comes with. */
    List<InvalidField> errors(Set<String> known) {
        var errors = new ArrayList<InvalidField>();
        columns.keySet()
                .forEach(heading ->
                        fieldsOf(heading).forEach(field -> requireKnown(known, field, "columns." + heading, errors)));
        constants.keySet().forEach(field -> requireKnown(known, field, "constants." + field, errors));
        values.keySet().forEach(field -> requireKnown(known, field, "values." + field, errors));
        require(errors, "dateFormat", dateFormat, CellFormat::formatter);
        require(errors, "timeZone", timeZone, ZoneId::of);
        require(errors, "encoding", encoding, Charset::forName);
        constants.forEach((field, value) -> {
            if (value == null || value.isBlank()) {
                errors.add(new InvalidField("mapping.constants." + field, "field.required"));
            }
        });
        if (blanks.stream().anyMatch(Objects::isNull)) {
            errors.add(new InvalidField("mapping.blanks", "field.required"));
        }
        if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
            errors.add(new InvalidField("mapping.delimiter", "import.mapping-value", delimiter));
        }
        return errors;
    }

    private static void requireKnown(Set<String> known, String field, String place, List<InvalidField> errors) {
        if (!known.contains(field)) {
            errors.add(new InvalidField("mapping." + place, "field.unknown", String.join(", ", known)));
        }
    }

    private interface Check {
        Object of(String text);
    }

    private static void require(List<InvalidField> errors, String name, String text, Check check) {
        if (text == null) {
            return;
        }
        try {
            check.of(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.add(new InvalidField("mapping." + name, "import.mapping-value", text));
        }
    }
}
