package io.kehu.local.demo.company;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A file to be written row by row, however many there are. */
final class CsvFile<T> {

    private final Map<String, Function<T, Object>> columns = new LinkedHashMap<>();

    /** One more column; where its value is null the cell stays empty. */
    CsvFile<T> with(String heading, Function<T, Object> value) {
        columns.put(heading, value);
        return this;
    }

    Path write(Path file, Stream<T> rows) {
        try {
            Files.createDirectories(file.getParent());
            try (var writer = CsvWriter.builder().build(file)) {
                writer.writeRecord(columns.keySet());
                rows.forEach(row -> writer.writeRecord(columns.values().stream()
                        .map(column -> Objects.toString(column.apply(row), ""))
                        .toList()));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(file), e);
        }
    }
}
