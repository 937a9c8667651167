package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.StageState;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TableFormatsTest extends ReadModelTest {

    @Test
    void answersAWorkbookInWhichNumbersAreNumbersAndNothingRuns() throws IOException {
        var formula = new StageState("standard", "formula", "=1+1", 1, "OPEN", 10);
        send(new Deal().worth("1234.50", "CNY").opened(formula, "2026-01-01"));
        var rows = sheet("/v1/reports/funnel");
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("销售流程");
        assertThat(rows.get(1).getCellText(2)).isEqualTo("'=1+1");
        assertThat(rows.get(1).getCellAsNumber(7).orElseThrow()).isEqualByComparingTo(new BigDecimal("1234.5"));
    }

    @Test
    void answersEachReportAsCsvAndAsAWorkbook() throws IOException {
        send(new Deal().worth("9", "CNY").opened(CONTACT, "2026-01-01").won("2026-01-09"));
        for (var report : List.of(
                "win-rate?groupBy=month",
                "sales-cycle",
                "velocity",
                "lost-reasons",
                "conversion",
                "forecast",
                "satisfaction",
                "campaigns",
                "competitors",
                "targets?year=2026",
                "funnel?mode=cohort")) {
            assertThat(sheet("/v1/reports/" + report)).as(report).isNotEmpty();
        }
    }

    private static List<Row> sheet(String path) throws IOException {
        var body = given().auth()
                .oauth2(everybody())
                .accept(TableAnswer.XLSX)
                .header("Accept-Language", "zh-CN")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(TableAnswer.XLSX)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            return workbook.getFirstSheet().read();
        }
    }
}
