package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.DEMO;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.StageState;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForecastResourceTest extends ReadModelTest {

    private static final StageState QUOTED = new StageState("standard", "quotation", "报价", 4, "OPEN", 60, "COMMIT");

    private static void sendSome() {
        send(
                new Deal()
                        .worth("100", "CNY")
                        .expected("2026-03-31")
                        .opened(DEMO, "2026-01-05")
                        .repriced("90", "CNY", "2026-02-20")
                        .won("2026-03-15"),
                new Deal()
                        .worth("200", "CNY")
                        .expected("2026-02-15")
                        .opened(CONTACT, "2026-01-05")
                        .lost("2026-02-20", "PRICE"),
                new Deal().of("ben", "/east/rocco").opened(CONTACT, "2026-01-05"),
                new Deal()
                        .worth("70", "CNY")
                        .expected("2026-03-10")
                        .opened(QUOTED, "2026-02-10")
                        .won("2026-03-20"),
                new Deal().worth("9", "USD").expected("2026-03-10").opened(CONTACT, "2026-01-05"));
    }

    private static JsonPath month(JsonPath report, String month) {
        return report.setRootPath("months.find { it.month == %s }".formatted(month == null ? null : "'" + month + "'"));
    }

    @Test
    void tellsWhatItSaidThenBesideWhatCame() {
        sendSome();
        var path = "/v1/reports/forecast?currency=CNY&at=" + day("2026-02-01");
        assertThat(get(path).getList("otherCurrencies")).containsExactly("USD");
        var march = month(get(path), "2026-03");
        assertThat(march.getInt("count")).isEqualTo(1);
        assertThat(march.getString("weightedAmount.amount")).isEqualTo("50.00");
        assertThat(march.getList("categories.category")).containsExactly("BEST_CASE");
        assertThat(march.getString("cameAmount.amount")).isEqualTo("90.00");
        assertThat(march.getString("cameNewAmount.amount")).isEqualTo("70.00");
        var february = month(get(path), "2026-02");
        assertThat(february.getString("weightedAmount.amount")).isEqualTo("20.00");
        assertThat(february.getList("categories.category")).containsExactly("PIPELINE");
        assertThat(february.getString("cameAmount.amount")).isEqualTo("0.00");
        assertThat(month(get(path), null).getInt("withoutAmount")).isEqualTo(1);
        assertThat(get(path).getString("total.cameAmount.amount")).isEqualTo("90.00");
        var later = "/v1/reports/forecast?currency=CNY&at=" + day("2026-03-01");
        assertThat(month(get(later), "2026-03").getString("amount.amount")).isEqualTo("160.00");
        assertThat(month(get(later), "2026-03").getList("categories.category")).containsExactly("BEST_CASE", "COMMIT");
    }

    @Test
    void leavesOutWhatWasRecordedLater() {
        var before = Instant.now();
        sendSome();
        var at = "&at=" + day("2026-02-01");
        var then = get("/v1/reports/forecast?currency=CNY" + at + "&knownAt=" + before);
        assertThat(then.getInt("total.count")).isZero();
        var known = get("/v1/reports/forecast?currency=CNY" + at + "&knownAt=" + Instant.now());
        assertThat(known.getInt("total.count")).isEqualTo(3);
        assertThat(month(known, "2026-03").getString("weightedAmount.amount")).isEqualTo("50.00");
    }

    @Test
    void tellsOfNoDealBeforeAnyTimeThatIsKnownOfIt() {
        send(new Deal().imported(CONTACT, null, null));
        assertThat(get("/v1/reports/forecast").getInt("total.count")).isEqualTo(1);
        assertThat(get("/v1/reports/forecast?at=" + day("2026-02-01")).getInt("total.count"))
                .isZero();
    }

    @Test
    void remembersWhoseDealsTheyWereAndWhatHasBeenDeletedSince() {
        send(
                new Deal()
                        .of("anna", "/central")
                        .worth("100", "CNY")
                        .expected("2026-03-31")
                        .opened(DEMO, "2026-01-05")
                        .given("ben", "/east", "2026-02-10")
                        .won("2026-03-15"),
                new Deal()
                        .of("anna", "/central")
                        .worth("20", "CNY")
                        .opened(CONTACT, "2026-01-05")
                        .won("2026-02-20")
                        .deleted("2026-03-01"),
                new Deal().of("anna", "/central").opened(CONTACT, "2026-01-05").deleted("2026-03-01"),
                new Deal()
                        .of("anna", "/central")
                        .imported(CONTACT, day("2026-01-05"), null)
                        .given("ben", "/east"),
                new Deal()
                        .of("ben", "/east")
                        .worth("7", "CNY")
                        .opened(CONTACT, "2026-02-05")
                        .won("2026-03-20"));
        for (var known : List.of("", "&knownAt=" + Instant.now())) {
            for (var narrowed : List.of("", "&source=fair")) {
                assertThat(at("2026-02-01", "&owner=anna" + narrowed + known)).isEqualTo(4);
                assertThat(at("2026-02-01", "&team=/east" + narrowed + known)).isZero();
                assertThat(at("2026-02-12", "&owner=ben" + narrowed + known)).isEqualTo(2);
                assertThat(at("2026-03-02", "&team=/central" + narrowed + known))
                        .isEqualTo(1);
            }
            var hers = get("/v1/reports/forecast?owner=anna&at=" + day("2026-02-01") + known);
            assertThat(hers.getString("total.cameAmount.amount")).isEqualTo("100.00");
            assertThat(month(hers, "2026-03").getString("cameNewAmount.amount")).isEqualTo("0.00");
            var his = get("/v1/reports/forecast?owner=ben&at=" + day("2026-02-01") + known);
            assertThat(month(his, "2026-03").getString("cameNewAmount.amount")).isEqualTo("7.00");
        }
        assertThat(get("/v1/reports/forecast?owner=anna").getInt("total.count")).isZero();
        assertThat(get(Tokens.own("ben", "report:read"), "/v1/reports/forecast?owner=anna&at=" + day("2026-02-01"))
                        .getInt("total.count"))
                .isEqualTo(2);
    }

    private static int at(String date, String narrowed) {
        return get("/v1/reports/forecast?at=" + day(date) + narrowed).getInt("total.count");
    }

    @Test
    void forecastsWhatIsOpenNow() {
        sendSome();
        var now = get("/v1/reports/forecast");
        assertThat(now.getString("currency")).isEqualTo("CNY");
        assertThat(now.getInt("total.count")).isEqualTo(1);
        assertThat(now.<Object>get("total.cameAmount")).isNull();
        assertThat(get("/v1/reports/forecast?currency=USD").getInt("total.count"))
                .isEqualTo(2);
        assertThat(month(get("/v1/reports/forecast?currency=USD"), "2026-03").getString("records"))
                .contains("expectedCloseDate%3Dge%3D2026-03-01");
        assertThat(text("/v1/reports/forecast?currency=USD", "text/csv", "zh-CN"))
                .startsWith("\ufeff月份,预测类别,数量,无金额,币种,金额,加权金额,按历史预计,实际赢单")
                .contains("2026-03,PIPELINE,1,0,USD,9.00,0.90");
        assertThat(text("/v1/reports/forecast?currency=USD", "image/svg+xml", "zh-CN"))
                .contains("销售预测", "2026-03", "0.90");
        assertThat(get(Tokens.own("ben", "report:read"), "/v1/reports/forecast").getInt("total.count"))
                .isEqualTo(1);
    }

    /** In each month eight deals are opened; half are won in the next, for 10 each. */
    @Test
    void expectsWhatHistoryShows() {
        var deals = IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(month -> IntStream.range(0, 8)
                        .mapToObj(number -> number % 2 == 0
                                ? new Deal()
                                        .worth("10", "CNY")
                                        .opened(CONTACT, "2025-%02d-15".formatted(month))
                                        .won("2025-%02d-10".formatted(month + 1))
                                : new Deal()
                                        .worth("10", "CNY")
                                        .opened(CONTACT, "2025-%02d-15".formatted(month))
                                        .lost("2025-%02d-10".formatted(month + 1), "PRICE")))
                .toArray(Deal[]::new);
        send(deals);
        var report = get("/v1/reports/forecast?at=2025-09-30T16:00:00Z");
        assertThat(report.getInt("total.count")).isEqualTo(8);
        assertThat(month(report, "2025-10").getString("expectedAmount.amount")).isEqualTo("40.00");
        assertThat(month(report, "2025-10").getString("cameAmount.amount")).isEqualTo("40.00");
        assertThat(month(report, "2025-11").getString("expectedAmount.amount")).isEqualTo("0.00");
        report.setRootPath("history");
        assertThat(report.getString("averageWonAmount.amount")).isEqualTo("10.00");
        assertThat(report.getList("rates.ageDays")).containsExactly("0-29");
        assertThat(report.getList("rates.observed")).isEqualTo(List.of(64));
        assertThat(report.getFloat("rates[0].withinQuarter")).isEqualTo(0.5f);
        assertThat(report.getList("backTest.quarters.quarter")).containsExactly("2025-Q3");
        assertThat(report.getFloat("backTest.expectedError")).isZero();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (var query : List.of("at=2999-01-01T00:00:00Z", "at=x", "knownAt=1066-01-01T00:00:00Z", "timeZone=Mars")) {
            ask(everybody(), "/v1/reports/forecast?" + query)
                    .statusCode(400)
                    .body("code", equalTo("validation.failed"));
        }
        ask(Tokens.all("anna", "customer:read"), "/v1/reports/forecast").statusCode(403);
    }
}
