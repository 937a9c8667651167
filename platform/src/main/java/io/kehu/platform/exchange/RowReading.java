package io.kehu.platform.exchange;

import io.kehu.events.ExternalId;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.table.Formulas;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the rows of a file into commands, by the mapping and the description of the import. */
final class RowReading<C extends Record> {

    private static final int LONGEST_ID = 200;

    private final RowImport<C, ?> description;
    private final ImportPlan plan;
    private final CellFormat format;
    private final Set<String> fields;
    private final Set<String> given;
    private final Map<Class<?>, Set<String>> cleared = new ConcurrentHashMap<>();
    private final Set<String> blanks;

    RowReading(RowImport<C, ?> description, ImportPlan plan, ZoneId defaultZone) {
        this.description = description;
        this.plan = plan;
        this.format = plan.mapping().cellFormat(defaultZone);
        this.fields = StandardColumns.fields(description);
        this.blanks = Set.copyOf(plan.mapping().blanks());
        this.given = Stream.concat(
                        plan.layout().targets().stream().flatMap(List::stream),
                        plan.mapping().constants().keySet().stream())
                .collect(Collectors.toSet());
    }

    /**
     * A record of the file, read as far as it goes.
     *
     * @param errors what is wrong, by row number; the row is null if there is anything
     */
    record ReadRow<C extends Record>(RowGroup group, ImportRow<C> row, Map<Long, List<InvalidField>> errors) {}

    /** What blank cells clear of a command: that of every column which the file or a constant gives. */
    Set<String> cleared(Class<?> command) {
        return cleared.computeIfAbsent(
                command,
                type -> CommandShape.cleared(
                        type,
                        description.columns().stream()
                                .filter(column -> given.contains(column.field()))
                                .map(Column::cleared)
                                .toList()));
    }

    /** What holds neighbouring rows together, or null if each row is a record of its own. */
    String groupKey(FileRow row) {
        return description.groupBy().map(field -> values(row).get(field)).orElse(null);
    }

    /** The key of the record in the other system, or null. */
    ExternalId externalId(FileRow row) {
        return externalId(values(row));
    }

    /** Whether neither chunk can depend on a row of the other. */
    boolean independent(List<RowGroup> chunk, List<RowGroup> other) {
        return description
                .ties()
                .filter(columns -> Collections.disjoint(ties(chunk, columns), ties(other, columns)))
                .isPresent();
    }

    private Set<String> ties(List<RowGroup> chunk, Set<String> columns) {
        var ties = new HashSet<String>();
        for (var group : chunk) {
            var values = values(group.rows().getFirst());
            ties.add(values.get(StandardColumns.EXTERNAL_ID));
            columns.forEach(column -> ties.add(values.get(column)));
        }
        ties.remove(null);
        return ties;
    }

    ReadRow<C> read(RowGroup group) {
        var errors = new HashMap<Long, List<InvalidField>>();
        var rows = new ArrayList<RowValues>();
        for (var row : group.rows()) {
            var fault = fault(row);
            if (fault != null) {
                errors.put(row.number(), List.of(new InvalidField(null, fault)));
            }
            rows.add(new RowValues(fields, values(row), format));
        }
        if (!errors.isEmpty()) {
            return new ReadRow<>(group, null, errors);
        }
        rows.forEach(row -> row.join(List.copyOf(rows)));
        var externalId = externalId(values(group.rows().getFirst()));
        var command = description.read(rows.getFirst());
        if (externalId != null
                && Math.max(
                                externalId.externalId().length(),
                                externalId.source().length())
                        > LONGEST_ID) {
            rows.getFirst().refuse(StandardColumns.EXTERNAL_ID, "import.external-id-long", LONGEST_ID);
        }
        for (var index = 0; index < rows.size(); index++) {
            if (!rows.get(index).errors().isEmpty()) {
                errors.put(group.rows().get(index).number(), rows.get(index).errors());
            }
        }
        return new ReadRow<>(
                group, errors.isEmpty() ? new ImportRow<>(group.firstNumber(), externalId, command) : null, errors);
    }

    private String fault(FileRow row) {
        if (row.fault() != null) {
            return row.fault();
        }
        var headings = plan.layout().headings();
        for (var index = 0; index < row.cells().size(); index++) {
            var homeless = index >= headings.size() || headings.get(index).isEmpty();
            if (homeless && !row.cells().get(index).isBlank()) {
                return "import.cell-without-heading";
            }
        }
        return null;
    }

    private Map<String, String> values(FileRow row) {
        var values = new HashMap<>(plan.mapping().constants());
        var targets = plan.layout().targets();
        for (var index = 0; index < Math.min(row.cells().size(), targets.size()); index++) {
            var cell = Formulas.restored(row.cells().get(index).strip());
            for (var field : targets.get(index)) {
                var value = translated(field, cell);
                if (!value.isEmpty()) {
                    values.put(field, value);
                }
            }
        }
        return values;
    }

    /** The text that a cell stands for; empty where it stands for nothing. */
    private String translated(String field, String cell) {
        var meanings = plan.mapping().values().get(field);
        if (meanings != null && meanings.containsKey(cell)) {
            var meaning = meanings.get(cell);
            return meaning == null ? "" : meaning.strip();
        }
        return blanks.contains(cell) ? "" : cell;
    }

    private static ExternalId externalId(Map<String, String> values) {
        var id = values.get(StandardColumns.EXTERNAL_ID);
        return id == null
                ? null
                : new ExternalId(
                        values.getOrDefault(StandardColumns.EXTERNAL_SOURCE, StandardColumns.DEFAULT_SOURCE), id);
    }
}
