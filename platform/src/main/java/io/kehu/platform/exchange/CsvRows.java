package io.kehu.platform.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.kehu.platform.problem.Invalid;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** The rows of a CSV file, streamed; the first holds the headings. A row that cannot be read comes with its fault. */
final class CsvRows implements Iterator<FileRow>, Closeable {

    private final LineFeed lines;
    private final char delimiter;
    private Iterator<CsvRecord> records;
    private FileRow next;
    private long number;

    CsvRows(Reader text, char delimiter) {
        this.lines = new LineFeed(text);
        this.delimiter = delimiter;
        this.records = parser();
    }

    private Iterator<CsvRecord> parser() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(lines)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public FileRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    private FileRow read() {
        lines.startRow();
        try {
            return records.hasNext() ? new FileRow(++number, records.next().getFields(), null) : null;
        } catch (CsvParseException e) {
            return switch (e.getCause()) {
                case Invalid unreadable -> throw unreadable;
                case LineFeed.RowTooLong _ -> giveUp("import.row-too-long");
                case null, default -> giveUp("import.quotes");
            };
        }
    }

    private FileRow giveUp(String fault) {
        var line = lines.giveUpRow();
        records = parser();
        return new FileRow(++number, List.of(line.split(Pattern.quote(String.valueOf(delimiter)), -1)), fault);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
