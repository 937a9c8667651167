package io.kehu.platform.exchange;

import io.kehu.platform.problem.Invalid;
import io.kehu.platform.table.SheetText;
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
    private final Path content;

    private Upload(
            RowImport<?, ?> description, ImportMode mode, ImportPlan plan, FileRow headings, long rows, Path content) {
        this.description = description;
        this.mode = mode;
        this.plan = plan;
        this.headings = headings;
        this.rows = rows;
        this.content = content;
    }

    /**
     * @param told columns that exports of the same kind have
     * @param spare a path that may be written to: what is to be kept in place of a workbook
     * @throws Invalid if the mapping is wrong, or if the file cannot be read, has no rows or columns that nobody understands
     */
    static Upload of(
            RowImport<?, ?> description,
            List<Column> told,
            Path file,
            Path spare,
            ImportMode mode,
            ImportMapping mapping)
            throws IOException {
        var columns = StandardColumns.with(description);
        var wrong = mapping.errors(StandardColumns.fields(description));
        if (!wrong.isEmpty()) {
            throw new Invalid("import.columns", List.copyOf(wrong));
        }
        var sent = EncodingDetection.detect(file);
        var content = file;
        if (sent.kind() == FileFormat.Kind.XLSX) {
            SheetText.write(file, spare);
            content = spare;
        }
        var format = format(content, sent, mapping);
        var last = 0L;
        try (var text = new CsvRows(format.open(Files.newInputStream(content)), format.delimiter())) {
            var headings = nextWithContent(text);
            if (headings == null) {
                throw new Invalid("import.file-empty");
            }
            var layout = new HeadingMatch(columns, told, mapping).match(format, headings.cells(), mode);
            var rows = 0L;
            for (var row = nextWithContent(text); row != null; row = nextWithContent(text)) {
                rows++;
                last = row.number();
            }
            if (rows == 0) {
                throw new Invalid("import.file-empty");
            }
            return new Upload(description, mode, new ImportPlan(mapping, layout), headings, rows, content);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), format, last);
        } catch (CharacterCodingException e) {
            throw unreadable(e, format, last);
        }
    }

    static RuntimeException unreadable(IOException failure, FileFormat format, long last) {
        return failure instanceof CharacterCodingException
                ? new Invalid("import.encoding", format.charset(), last)
                : new UncheckedIOException(failure);
    }

    static FileFormat format(Path file, FileFormat detected, ImportMapping mapping) throws IOException {
        if (detected.kind() == FileFormat.Kind.XLSX) {
            return detected;
        }
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

    static FileRow nextWithContent(CsvRows rows) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (!row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    /** What is to be kept: the file, or the text of a workbook. */
    Path content() {
        return content;
    }

    ImportJobs.Order order(String fileName, boolean dryRun, Locale locale) {
        return new ImportJobs.Order(
                description.resource(), fileName, mode, dryRun, plan, locale, headings.number(), rows);
    }
}
