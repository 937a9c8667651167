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
import java.util.Map;
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

    @Test
    void drawsEachReportInEitherLanguage() {
        send(new Deal().worth("9", "CNY").opened(CONTACT, "2026-01-01").won("2026-01-09"));
        for (var drawn : Map.of(
                        "win-rate?groupBy=month", List.of("赢单率 100.0%", "Win rate 100.0%", "2026-01"),
                        "win-rate", List.of("赢 1，输 0", "1 won, 0 lost", "CNY 9"),
                        "sales-cycle?groupBy=owner", List.of("成交周期", "median 8.00 days", "anna"),
                        "velocity", List.of("销售速度", "Sales velocity", "100.0%"),
                        "campaigns", List.of("市场活动的效果", "campaigns by ROI", "<svg"),
                        "competitors", List.of("竞争对手", "Win rate against", "<svg"),
                        "targets?year=2026", List.of("2026 年业绩目标：赢单金额", "Targets of 2026: won amount", "<svg"))
                .entrySet()) {
            var words = drawn.getValue();
            assertThat(text("/v1/reports/" + drawn.getKey(), "image/svg+xml", "zh-CN"))
                    .contains(words.get(0), words.get(2));
            assertThat(text("/v1/reports/" + drawn.getKey(), "image/svg+xml", "en"))
                    .contains(words.get(1), words.get(2));
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
