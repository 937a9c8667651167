package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kehu.events.ExternalId;
import io.kehu.platform.exchange.Deals.Deal;
import io.kehu.platform.exchange.Deals.Stage;
import io.kehu.platform.exchange.Deals.Step;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReadingTest {

    private static final List<String> HEADINGS = List.of("externalId", "name", "stage", "amount", "closedOn");

    @Test
    void readsARowIntoItsCommand() {
        var row = read("{}", List.of(" D1 ", "Press", "open", "1,500.00", "2026/3/5"))
                .row();

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.externalId()).isEqualTo(new ExternalId("import", "D1"));
        assertThat(row.command())
                .isEqualTo(new Deal(
                        "Press",
                        Stage.OPEN,
                        new BigDecimal("1500.00"),
                        LocalDate.of(2026, 3, 5),
                        List.of(new Step(Stage.OPEN, LocalDate.of(2026, 3, 5)))));
    }

    @Test
    void appliesConstantsValuesAndBlanks() {
        var mapping = "{\"constants\":{\"externalSource\":\"old\",\"name\":\"No name\"},\"blanks\":[\"?\"],"
                + "\"values\":{\"stage\":{\"Won\":\"CLOSED_WON\",\"Prospecting\":null},\"amount\":{\"?\":\"0\"}}}";

        var won = read(mapping, List.of("D1", "?", "Won", "?", "?")).row();
        assertThat(won.externalId()).isEqualTo(new ExternalId("old", "D1"));
        assertThat(won.command().name()).isEqualTo("No name");
        assertThat(won.command().stage()).isEqualTo(Stage.CLOSED_WON);
        assertThat(won.command().amount()).isEqualTo(BigDecimal.ZERO);
        assertThat(won.command().closedOn()).isNull();
        assertThat(read(mapping, List.of("D2", "x", "Prospecting", "1", ""))
                        .row()
                        .command()
                        .stage())
                .isNull();
    }

    @Test
    void notesEveryCellThatDoesNotFit() {
        var read = read("{}", List.of("D1", "Press", "lost", "many", "31.12."));

        assertThat(read.row()).isNull();
        assertThat(read.errors().get(2L))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactlyInAnyOrder(
                        tuple("stage", "value.choice"),
                        tuple("amount", "value.decimal"),
                        tuple("closedOn", "value.date"));
    }

    @Test
    void takesShortRowsAndBlankTrailingCellsButNoValueWithoutAHeading() {
        assertThat(read("{}", List.of("D1", "Press")).row().command().amount()).isNull();
        assertThat(read("{}", List.of("D1", "Press", "open", "1", "", "", " ")).row())
                .isNotNull();
        assertThat(read("{}", List.of("D1", "Press", "open", "1", "", "", "lost"))
                        .errors()
                        .get(2L))
                .extracting(InvalidField::code)
                .containsExactly("import.cell-without-heading");
    }

    @Test
    void readsSeveralRowsOfOneRecord() {
        var group = new RowGroup(List.of(
                new FileRow(2, List.of("D1", "Press", "open", "1", "2026-01-01"), null),
                new FileRow(3, List.of("D1", "Press", "closed won", "1", "2026-02-01"), null)));

        assertThat(reading("{}").read(group).row().command().steps())
                .containsExactly(
                        new Step(Stage.OPEN, LocalDate.of(2026, 1, 1)),
                        new Step(Stage.CLOSED_WON, LocalDate.of(2026, 2, 1)));
    }

    @Test
    void blamesTheRowOfAGroupThatIsWrong() {
        var group = new RowGroup(List.of(
                new FileRow(2, List.of("D1", "Press", "open", "1", "2026-01-01"), null),
                new FileRow(3, List.of("D1", "Press", "lost", "1", "2026-02-01"), null)));

        assertThat(reading("{}").read(group).errors().keySet()).containsExactly(3L);
    }

    private static RowReading.ReadRow<Deal> read(String mapping, List<String> cells) {
        return reading(mapping).read(new RowGroup(List.of(new FileRow(2, cells, null))));
    }

    static RowReading<Deal> reading(String json) {
        return reading(json, new Deals());
    }

    static RowReading<Deal> reading(String json, Deals deals) {
        var mapping = HeadingMatchTest.mapping(json);
        var layout = new HeadingMatch(StandardColumns.with(deals), List.of(), mapping)
                .match(new FileFormat("UTF-8", 0, ','), HEADINGS, ImportMode.upsert);
        return new RowReading<>(deals, new ImportPlan(mapping, layout), ZoneId.of("Asia/Shanghai"));
    }
}
