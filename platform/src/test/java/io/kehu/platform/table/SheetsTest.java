package io.kehu.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kehu.platform.problem.Invalid;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Path written(int rowsPerSheet, List<?>... rows) throws IOException {
        var file = folder.resolve("rows.xlsx");
        try (var out = Files.newOutputStream(file);
                var table = new SheetTable(out, "rows", SHANGHAI, rowsPerSheet)) {
            for (var row : rows) {
                table.row(row);
            }
        }
        return file;
    }

    private List<String> text(Path workbook) throws IOException {
        var target = folder.resolve("rows.csv");
        SheetText.write(workbook, target);
        return Files.readAllLines(target);
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        var file = written(
                100,
                List.of("name", "amount", "on", "at", "flag", "note"),
                Arrays.asList(
                        "远山,软件",
                        new BigDecimal("1200.50"),
                        LocalDate.of(2026, 1, 5),
                        Instant.parse("2026-01-05T01:02:03Z"),
                        true,
                        null),
                Arrays.asList("=1+1", 13812341234L, null, null, null, "two\nlines"));

        assertThat(text(file))
                .containsExactly(
                        "name,amount,on,at,flag,note",
                        "\"远山,软件\",1200.5,2026-01-05T00:00:00,2026-01-05T09:02:03,true",
                        "'=1+1,13812341234,,,,\"two",
                        "lines\"");
    }

    @Test
    void continuesOnAFurtherSheetWithTheHeadings() throws IOException {
        var file = written(3, List.of("n"), List.of(1), List.of(2), List.of(3), List.of(4), List.of(5));

        try (var book = new ReadableWorkbook(file.toFile())) {
            var sheets = book.getSheets()
                    .map(sheet -> {
                        try (var rows = sheet.openStream()) {
                            return rows.map((Row row) -> row.getCellText(0)).toList();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(sheets).containsExactly(List.of("n", "1", "2"), List.of("n", "3", "4"), List.of("n", "5"));
        }
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMore() throws IOException {
        var bomb = folder.resolve("bomb.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var block = new byte[1 << 20];
            for (var megabytes = 0; megabytes < 100; megabytes++) {
                out.write(block);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> text(bomb))
                .extracting(Invalid::code)
                .isEqualTo("import.workbook-large");
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        var file = folder.resolve("no.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> text(file))
                .extracting(Invalid::code)
                .isEqualTo("import.workbook-unreadable");
    }
}
