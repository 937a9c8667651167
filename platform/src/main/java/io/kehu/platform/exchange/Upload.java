package io.kehu.platform.exchange;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file looked through from end to end before anything of it is imported. */
final class Upload {

    private final RowImport<?, ?> description;
    private final ImportMode mode;
    private final ImportPlan plan;
    private final FileRow headings;
    private final long rows;

    private Upload(RowImport<?, ?> description, ImportMode mode, ImportPlan plan, FileRow headings, long rows) {
        this.description = description;
        this.mode = mode;
        this.plan = plan;
        this.headings = headings;
        this.rows = rows;
    }

    /** @throws Invalid if the mapping is wrong, or if the file cannot be read, has no rows or columns that nobody understands */
    static Upload of(RowImport<?, ?> description, Path file, ImportMode mode, ImportMapping mapping)
            throws IOException {
        var columns = StandardColumns.with(description);
        var wrong = mapping.errors(StandardColumns.fields(description));
        if (!wrong.isEmpty()) {
            throw new Invalid("import.columns", List.copyOf(wrong));
        }
        var format = format(file, mapping);
        var last = 0L;
        try (var text = new CsvRows(format.open(Files.newInputStream(file)), format.delimiter())) {
            var headings = nextWithContent(text);
            if (headings == null) {
                throw new Invalid("import.file-empty");
            }
            var layout = new HeadingMatch(columns, mapping).match(format, headings.cells(), mode);
            var rows = 0L;
            for (var row = nextWithContent(text); row != null; row = nextWithContent(text)) {
                rows++;
                last = row.number();
            }
            if (rows == 0) {
                throw new Invalid("import.file-empty");
            }
            return new Upload(description, mode, new ImportPlan(mapping, layout), headings, rows);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), format, last);
        } catch (CharacterCodingException e) {
            throw unreadable(e, format, last);
        }
    }

    private static RuntimeException unreadable(IOException failure, FileFormat format, long last) {
        return failure instanceof CharacterCodingException
                ? new Invalid("import.encoding", format.charset(), last)
                : new UncheckedIOException(failure);
    }

    private static FileFormat format(Path file, ImportMapping mapping) throws IOException {
        var detected = EncodingDetection.detect(file);
        var format = mapping.encoding() == null
                ? detected
                : new FileFormat(mapping.encoding(), detected.markBytes(), detected.delimiter());
        if (mapping.delimiter() != null) {
            return format.delimitedBy(mapping.delimiter().charAt(0));
        }
        try (var text = format.open(Files.newInputStream(file))) {
            return format.delimitedBy(DelimiterDetection.detect(text));
        } catch (CharacterCodingException e) {
            throw unreadable(e, format, 0);
        }
    }

    private static FileRow nextWithContent(CsvRows rows) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    ImportJobs.Order order(String fileName, boolean dryRun, Locale locale) {
        return new ImportJobs.Order(
                description.resource(), fileName, mode, dryRun, plan, locale, headings.number(), rows);
    }
}
