package io.kehu.local.demo.sales;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

/** A copy of a file with more columns, for what the file only implies; the columns that it has stay as they are. */
final class DerivedFile {

    private DerivedFile() {}

    /**
     * @param folder  the copy goes here, under the same name
     * @param columns what the new columns hold, by heading
     */
    static Path of(Path file, Path folder, Map<String, Function<NamedCsvRecord, String>> columns) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            var copy = Files.createDirectories(folder).resolve(file.getFileName());
            try (var writer = CsvWriter.builder().build(copy)) {
                var headings = false;
                for (var row : rows) {
                    if (!headings) {
                        writer.writeRecord(joined(row.getHeader(), columns.keySet()));
                        headings = true;
                    }
                    writer.writeRecord(joined(
                            row.getFields(),
                            columns.values().stream()
                                    .map(column -> column.apply(row))
                                    .toList()));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be copied".formatted(file), e);
        }
    }

    private static Iterable<String> joined(Iterable<String> cells, Iterable<String> more) {
        var all = new ArrayList<String>();
        cells.forEach(all::add);
        more.forEach(all::add);
        return all;
    }
}
