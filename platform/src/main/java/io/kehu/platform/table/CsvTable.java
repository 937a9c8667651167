package io.kehu.platform.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** UTF-8 with a byte order mark, by which Excel knows that it is no GBK. */
public final class CsvTable implements Table {

    private final OutputStreamWriter text;
    private final CsvWriter csv;
    private final ZoneId zone;

    /** @param zone in which times are written, with their offset */
    public CsvTable(OutputStream out, ZoneId zone) throws IOException {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().build(text);
        this.zone = zone;
        text.write('\ufeff');
    }

    @Override
    public void row(List<?> cells) {
        var line = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            line.add(text(cell));
        }
        csv.writeRecord(line);
    }

    private String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case String string -> Formulas.neutralised(string);
            case BigDecimal number -> number.toPlainString();
            case Instant time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
            case Number number -> number.toString();
            default -> Formulas.neutralised(cell.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
