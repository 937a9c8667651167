package io.kehu.platform.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.platform.table.Formulas;
import io.kehu.platform.table.SheetTable;
import io.kehu.platform.table.TableType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rejected rows of a job in the format of its file, with their numbers and the reasons in two more columns, so that it
 * can be corrected and sent again: an import passes over those two.
 */
final class ErrorFile {

    private static final Set<Charset> FOR_ALL_LANGUAGES = Set.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    private final StoredJob job;
    private final ImportClaims claims;
    private final List<String> headings;

    ErrorFile(StoredJob job, ImportClaims claims) {
        this.job = job;
        this.claims = claims;
        this.headings = job.plan().layout().headings();
    }

    /** That of an uploaded text, unless the reasons cannot be written in it. */
    Charset charset() {
        var uploaded = Charset.forName(job.plan().layout().format().charset());
        return FOR_ALL_LANGUAGES.contains(uploaded) ? uploaded : StandardCharsets.UTF_8;
    }

    TableType type() {
        return job.plan().layout().format().type();
    }

    String contentType() {
        return switch (type()) {
            case CSV -> "text/csv; charset=" + charset();
            case XLSX -> TableType.XLSX_MEDIA_TYPE;
        };
    }

    void write(OutputStream out) throws IOException {
        switch (type()) {
            case CSV -> writeText(out);
            case XLSX -> {
                try (var table = new SheetTable(out, "errors", ZoneOffset.UTC)) {
                    rows(table::row);
                }
            }
        }
    }

    private void writeText(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, charset());
        if (!charset().name().equals("GB18030")) {
            text.write('\ufeff');
        }
        var csv = CsvWriter.builder()
                .fieldSeparator(job.plan().layout().format().delimiter())
                .build(text);
        rows(line -> csv.writeRecord(line.stream().map(ErrorFile::safe).toList()));
        csv.flush();
        text.flush();
    }

    /** A number is no formula, though it may begin with a sign. */
    private static String safe(String cell) {
        return CellFormat.isNumber(cell) ? cell : Formulas.neutralised(cell);
    }

    private interface Lines {
        void add(List<String> cells) throws IOException;
    }

    private void rows(Lines lines) throws IOException {
        var kept = kept();
        lines.add(
                line(headings, kept, StandardColumns.errorHeadings(job.locale().equals(Locale.SIMPLIFIED_CHINESE))));
        var after = 0L;
        for (var page = claims.rejects(job, after); !page.isEmpty(); page = claims.rejects(job, after)) {
            for (var row : page) {
                lines.add(line(row.cells(), kept, List.of(String.valueOf(row.number()), row.reasons())));
            }
            after = page.getLast().number();
        }
    }

    /** Every column but those that an earlier error file has added. */
    private List<Integer> kept() {
        var kept = new ArrayList<Integer>();
        for (var index = 0; index < headings.size(); index++) {
            if (!StandardColumns.isOfErrorFile(headings.get(index))) {
                kept.add(index);
            }
        }
        return kept;
    }

    /** Cells beyond the headings come last, so that nothing of the row is lost. */
    private List<String> line(List<String> cells, List<Integer> kept, List<String> added) {
        var line = new ArrayList<String>();
        kept.forEach(index -> line.add(index < cells.size() ? cells.get(index) : ""));
        line.addAll(added);
        line.addAll(cells.subList(Math.min(headings.size(), cells.size()), cells.size()));
        return line;
    }
}
