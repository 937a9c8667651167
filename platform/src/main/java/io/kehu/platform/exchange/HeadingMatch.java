package io.kehu.platform.exchange;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which column of a file fills which field: as the mapping says, else by the heading. A file with a column that
 * nobody understands is refused before anything is imported, because its values would be lost in silence.
 */
final class HeadingMatch {

    private final List<Column> columns;
    private final List<Column> told;
    private final ImportMapping mapping;
    private final List<InvalidField> errors = new ArrayList<>();
    private final Map<String, String> filledBy = new HashMap<>();

    /** @param told columns that exports have: a file with those only they have is taken back without them */
    HeadingMatch(List<Column> columns, List<Column> told, ImportMapping mapping) {
        this.columns = columns;
        this.told = told;
        this.mapping = mapping;
    }

    /** @throws Invalid naming every heading and field that does not fit */
    FileLayout match(FileFormat format, List<String> cells, ImportMode mode) {
        var headings = cells.stream().map(String::strip).toList();
        var targets = new ArrayList<List<String>>();
        var seen = new HashSet<String>();
        for (var heading : headings) {
            var fields = heading.isEmpty() ? List.<String>of() : fieldsOf(heading);
            if (!fields.isEmpty() && !seen.add(heading)) {
                errors.add(new InvalidField(heading, "import.heading-twice"));
            }
            targets.add(fields);
            fields.forEach(field -> fill(field, heading));
        }
        requireHeadings(Set.copyOf(headings));
        requireFields(mode);
        if (!errors.isEmpty()) {
            throw new Invalid("import.columns", List.copyOf(errors));
        }
        return new FileLayout(format, headings, targets);
    }

    private List<String> fieldsOf(String heading) {
        var mapped = mapping.fieldsOf(heading);
        if (mapped != null) {
            return mapped;
        }
        if (StandardColumns.isOfErrorFile(heading)) {
            return List.of();
        }
        var meant = columns.stream().filter(column -> column.isMeantBy(heading)).toList();
        if (meant.isEmpty()) {
            var called = columns.stream()
                    .filter(column -> column.isAlsoCalled(heading))
                    .toList();
            meant = called.size() == 1 ? called : meant;
        }
        if (meant.isEmpty() && told.stream().noneMatch(column -> column.isMeantBy(heading))) {
            errors.add(new InvalidField(heading, "import.heading-unknown", String.join(", ", known())));
        }
        return meant.stream().map(Column::field).toList();
    }

    private void fill(String field, String heading) {
        var other = filledBy.putIfAbsent(field, heading);
        if (other != null && !other.equals(heading)) {
            errors.add(new InvalidField(heading, "import.field-twice", field, other));
        }
    }

    private void requireHeadings(Set<String> headings) {
        for (var heading : mapping.columns().keySet()) {
            if (!headings.contains(heading) && !mapping.fieldsOf(heading).isEmpty()) {
                errors.add(new InvalidField(
                        "mapping.columns." + heading, "import.heading-absent", String.join(", ", headings)));
            }
        }
    }

    private void requireFields(ImportMode mode) {
        for (var column : columns) {
            var given =
                    filledBy.containsKey(column.field()) || mapping.constants().containsKey(column.field());
            var needed = switch (mode) {
                case create -> column.required();
                case update, upsert -> column.field().equals(StandardColumns.EXTERNAL_ID);
            };
            if (needed && !given) {
                errors.add(
                        new InvalidField(column.field(), "import.column-missing", column.english(), column.chinese()));
            }
        }
    }

    private List<String> known() {
        return columns.stream().map(Column::english).toList();
    }
}
