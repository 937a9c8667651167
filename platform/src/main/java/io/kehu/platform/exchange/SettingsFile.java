package io.kehu.platform.exchange;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.table.Formulas;
import io.kehu.platform.table.SheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A file of some settings, CSV or XLSX as imports take them, but read at once and as a whole: every row is good, or nothing of
 * it is taken.
 *
 * @param columns what it may have
 */
public record SettingsFile(List<Column> columns) {

    private static final int MOST_ROWS = 1_000;

    /**
     * What the rows say, in their order.
     *
     * @param reading notes what a row holds wrongly, by refusing it
     * @throws Invalid naming every heading or cell that is wrong, for instance {@code rows[3].date} for the third row of a sheet
     */
    public <T> List<T> read(byte[] content, Function<RowValues, T> reading) {
        try {
            var file = Files.createTempFile("settings", ".file");
            var spare = Files.createTempFile("settings", ".csv");
            try {
                Files.write(file, content);
                return read(file, spare, reading);
            } finally {
                Files.delete(file);
                Files.delete(spare);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> read(Path file, Path spare, Function<RowValues, T> reading) throws IOException {
        var sent = EncodingDetection.detect(file);
        var text = file;
        if (sent.kind() == FileFormat.Kind.XLSX) {
            SheetText.write(file, spare);
            text = spare;
        }
        var format = Upload.format(text, sent, ImportMapping.none());
        try (var rows = new CsvRows(format.open(Files.newInputStream(text)), format.delimiter())) {
            return read(rows, format, reading);
        } catch (UncheckedIOException e) {
            throw Upload.unreadable(e.getCause(), format, 0);
        } catch (CharacterCodingException e) {
            throw Upload.unreadable(e, format, 0);
        }
    }

    private <T> List<T> read(CsvRows rows, FileFormat format, Function<RowValues, T> reading) {
        var headings = Upload.nextWithContent(rows);
        if (headings == null) {
            throw new Invalid("import.file-empty");
        }
        var layout = new HeadingMatch(columns, List.of(), ImportMapping.none())
                .match(format, headings.cells(), ImportMode.create);
        var fields = columns.stream().map(Column::field).collect(Collectors.toUnmodifiableSet());
        var cells = new CellFormat(null, ZoneOffset.UTC);
        var faults = new ArrayList<InvalidField>();
        var read = new ArrayList<T>();
        for (var row = Upload.nextWithContent(rows); row != null; row = Upload.nextWithContent(rows)) {
            var values = new RowValues(fields, values(row, layout), cells);
            read.add(reading.apply(values));
            if (row.fault() != null) {
                values.refuse(null, row.fault());
            }
            for (var fault : values.errors()) {
                faults.add(new InvalidField(place(row, fault.field()), fault.code(), fault.arguments()));
            }
            if (read.size() > MOST_ROWS) {
                throw new Invalid("import.rows-many", MOST_ROWS);
            }
        }
        if (read.isEmpty()) {
            throw new Invalid("import.file-empty");
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return read;
    }

    private static String place(FileRow row, String field) {
        var place = "rows[" + row.number() + "]";
        return field == null ? place : place + "." + field;
    }

    private static Map<String, String> values(FileRow row, FileLayout layout) {
        var values = new HashMap<String, String>();
        var targets = layout.targets();
        for (var index = 0; index < Math.min(row.cells().size(), targets.size()); index++) {
            var cell = Formulas.restored(row.cells().get(index).strip());
            if (!cell.isEmpty()) {
                targets.get(index).forEach(field -> values.put(field, cell));
            }
        }
        return values;
    }
}
