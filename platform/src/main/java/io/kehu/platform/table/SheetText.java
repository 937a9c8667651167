package io.kehu.platform.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Writes the first sheet of a workbook (XLSX) as CSV with the same row numbers, so that whatever reads rows knows one format
 * only. Dates become ISO texts with a time, numbers plain digits, as many as a spreadsheet shows.
 */
public final class SheetText {

    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_CELL = 100_000;
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal DAYS_OF_TIME = new BigDecimal(2_958_466);
    private static final BigDecimal SECONDS_OF_DAY = new BigDecimal(86_400);
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final Pattern DATE_PART = Pattern.compile("[ymdhs年月日]", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final LocalDate epoch;
    private final CsvWriter csv;
    private long written;

    private SheetText(boolean since1904, CsvWriter csv) {
        this.epoch = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        this.csv = csv;
    }

    /**
     * @param target where the CSV goes, in UTF-8 without a byte order mark
     * @throws Invalid if it is no workbook, or larger than what is taken
     */
    public static void write(Path workbook, Path target) throws IOException {
        SheetBounds.check(workbook);
        try (var book = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, true));
                var text = Files.newBufferedWriter(target)) {
            var csv = CsvWriter.builder().build(text);
            new SheetText(book.isDate1904(), csv).write(firstVisible(book));
            csv.flush();
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Invalid("import.workbook-unreadable");
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new Invalid("import.workbook-unreadable");
        }
    }

    private static Sheet firstVisible(ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> new Invalid("import.file-empty"));
    }

    private void write(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            for (var row : (Iterable<Row>) rows::iterator) {
                while (written < row.getRowNum() - 1) {
                    write(List.of(""));
                }
                write(cells(row));
            }
        }
    }

    private void write(List<String> cells) {
        csv.writeRecord(cells);
        written++;
    }

    private List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            var text = cell == null ? "" : text(cell);
            if (text.isEmpty()) {
                continue;
            }
            if (cell.getColumnIndex() >= MOST_COLUMNS) {
                throw new Invalid("import.too-wide", MOST_COLUMNS);
            }
            if (text.length() > LONGEST_CELL) {
                throw new Invalid("import.cell-too-long", row.getRowNum(), LONGEST_CELL);
            }
            cells.addAll(Collections.nCopies(Math.max(0, cell.getColumnIndex() - cells.size()), ""));
            cells.add(text);
        }
        return cells.isEmpty() ? List.of("") : cells;
    }

    private String text(Cell cell) {
        var raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell, raw);
            case FORMULA -> cell.getValue() instanceof BigDecimal || isNumber(raw) ? number(cell, raw) : raw;
            case BOOLEAN -> String.valueOf(raw.equals("1") || raw.equalsIgnoreCase("true"));
            case STRING, ERROR, EMPTY -> cell.getType() == CellType.STRING ? clean(cell.asString()) : raw;
        };
    }

    /** Without the characters that no field takes. */
    private static String clean(String text) {
        return text == null ? "" : text.replace("\0", "");
    }

    private static boolean isNumber(String raw) {
        return raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    }

    private String number(Cell cell, String raw) {
        var value = new BigDecimal(raw);
        if (isDate(cell) && value.signum() >= 0 && value.compareTo(DAYS_OF_TIME) < 0) {
            return date(value);
        }
        var shown = value.round(SHOWN).stripTrailingZeros();
        return Math.abs(shown.scale()) > 400 ? raw : shown.toPlainString();
    }

    /** A time of no day is the time alone. */
    private String date(BigDecimal days) {
        var day = days.toBigInteger().longValueExact();
        var seconds = days.subtract(BigDecimal.valueOf(day))
                .multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        if (day == 0) {
            return LocalTime.MIDNIGHT.plusSeconds(seconds).toString();
        }
        return TIMES.format(
                LocalDateTime.of(epoch, LocalTime.MIDNIGHT).plusDays(day).plusSeconds(seconds));
    }

    /** Which formats of numbers are dates is fixed up to 163 (ECMA-376, 18.8.30), with those of Chinese from 27 and 50 on. */
    private static boolean isDate(Cell cell) {
        var id = cell.getDataFormatId();
        if (id == null) {
            return false;
        }
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58) {
            return true;
        }
        var format = cell.getDataFormatString();
        return id > 163
                && format != null
                && !format.equalsIgnoreCase("general")
                && DATE_PART.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }
}
