package io.kehu.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of Excel (XLSX), continued on a further sheet, again with its headings, where one is full. */
public final class SheetTable implements Table {

    public static final int ROWS_PER_SHEET = 1_048_576;

    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_CELL = 32_767;
    private static final int COMPRESSION = 2;

    private final Workbook workbook;
    private final String name;
    private final ZoneId zone;
    private final int rowsPerSheet;
    private List<?> headings;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /**
     * The first row that it is given are the headings.
     *
     * @param zone of the times in it, which have none of their own there
     */
    public SheetTable(OutputStream out, String name, ZoneId zone) {
        this(out, name, zone, ROWS_PER_SHEET);
    }

    SheetTable(OutputStream out, String name, ZoneId zone, int rowsPerSheet) {
        this.workbook = new Workbook(out, "Kehu", "01.0000");
        this.workbook.setCompressionLevel(COMPRESSION);
        this.name = name;
        this.zone = zone;
        this.rowsPerSheet = rowsPerSheet;
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (headings == null) {
            headings = List.copyOf(cells);
            startSheet();
            return;
        }
        if (row == rowsPerSheet) {
            sheet.finish();
            startSheet();
        }
        write(cells);
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void startSheet() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        row = 0;
        write(headings);
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
    }

    private void write(List<?> cells) {
        for (var column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case null -> {}
            case String text -> text(column, text);
            case Number number -> sheet.value(row, column, number);
            case Boolean flag -> sheet.value(row, column, flag);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant time -> {
                sheet.value(row, column, LocalDateTime.ofInstant(time, zone));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> text(column, cell.toString());
        }
    }

    /** Texts stand in their cells, because a table of shared texts would have to be held until the end. */
    private void text(int column, String text) {
        if (!text.isEmpty()) {
            var safe = Formulas.neutralised(text);
            sheet.inlineString(
                    row, column, safe.length() > LONGEST_CELL ? safe.substring(0, LONGEST_CELL - 1) + "…" : safe);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
