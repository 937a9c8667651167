package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.platform.problem.Invalid;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void readsQuotedDelimitersQuotesAndLineBreaks() {
        assertThat(read("a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n\"two\r\nlines\",2\r\n"))
                .extracting(FileRow::cells)
                .containsExactly(List.of("a", "b"), List.of("x, y", "he said \"no\""), List.of("two\r\nlines", "2"));
    }

    @Test
    void numbersRowsAsASpreadsheetDoes() {
        var rows = read("a,b\n\"two\nlines\",2\n\n,,\n5,5");

        assertThat(rows).extracting(FileRow::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows).extracting(FileRow::isBlank).containsExactly(false, false, true, true, false);
    }

    @Test
    void losesOnlyTheRowWhoseQuotesDoNotPairUp() {
        var rows = read("a,b\n1,2\n\"Acme \"Best\" Corp\",3\n4,5\n");

        assertThat(rows).extracting(FileRow::fault).containsExactly(null, null, "import.quotes", null);
        assertThat(rows.get(2).cells()).containsExactly("\"Acme \"Best\" Corp\"", "3");
        assertThat(rows.get(3)).isEqualTo(new FileRow(4, List.of("4", "5"), null));
    }

    @Test
    void goesOnBehindAQuoteThatIsNeverClosed() {
        var rows = read("a,b\nx,\"open\n" + "1,2\n".repeat(1000) + "3,\"4\"\n5,6\n");

        assertThat(rows).hasSize(1004);
        assertThat(rows.get(1).fault()).isEqualTo("import.quotes");
        assertThat(rows.get(1).cells()).containsExactly("x", "\"open");
        assertThat(rows.subList(2, 1004)).extracting(FileRow::fault).containsOnlyNulls();
        assertThat(rows.getLast()).isEqualTo(new FileRow(1004, List.of("5", "6"), null));
    }

    @Test
    void goesOnBehindAQuoteThatSwallowsMoreThanARowMayHold() {
        var rows = read("a,b\nx,\"open\n" + "1,2\n".repeat(400_000));

        assertThat(rows).hasSize(400_002);
        assertThat(rows.get(1).fault()).isEqualTo("import.row-too-long");
        assertThat(rows.getLast()).isEqualTo(new FileRow(400_002, List.of("1", "2"), null));
    }

    @Test
    void leavesQuotesWithinACellAlone() {
        assertThat(read("a,b\n5\" pipe,2\n").getLast().cells()).containsExactly("5\" pipe", "2");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> read("a,b\n1,\u0000\n")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read("x".repeat(3_000_000))).isInstanceOf(Invalid.class);
    }

    private static List<FileRow> read(String text) {
        var rows = new ArrayList<FileRow>();
        new CsvRows(new StringReader(text), ',').forEachRemaining(rows::add);
        return rows;
    }
}
