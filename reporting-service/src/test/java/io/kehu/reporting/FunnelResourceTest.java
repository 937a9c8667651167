package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.DEMO;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.StageState;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FunnelResourceTest extends ReadModelTest {

    @Test
    void countsWhatIsOpenInEachStage() {
        send(
                new Deal().worth("100", "CNY").opened(CONTACT, "2026-01-01"),
                new Deal().worth("50.50", "CNY").opened(CONTACT, "2026-01-01"),
                new Deal().opened(CONTACT, "2026-01-01").moved(NEEDS, "2026-01-05"),
                new Deal().worth("7", "USD").opened(CONTACT, "2026-01-01").moved(NEEDS, "2026-01-05"),
                new Deal().worth("9", "CNY").opened(CONTACT, "2026-01-01").won("2026-01-09"),
                new Deal().opened(CONTACT, "2026-01-01").deleted());
        var funnel = get("/v1/reports/funnel");
        assertThat(funnel.getString("currency")).isEqualTo("CNY");
        assertThat(funnel.getList("otherCurrencies")).containsExactly("USD");
        assertThat(funnel.getList("stages.name")).containsExactly("初步接触", "需求分析");
        assertThat(funnel.getList("stages.count")).containsExactly(2, 2);
        assertThat(funnel.getList("stages.withoutAmount")).containsExactly(0, 1);
        assertThat(funnel.getList("stages.amount.amount")).containsExactly("150.50", "0.00");
        assertThat(funnel.getString("stages[0].weightedAmount.amount")).isEqualTo("15.05");
        assertThat(funnel.getInt("total")).isEqualTo(5);
        assertThat(funnel.getInt("open")).isEqualTo(4);
        assertThat(funnel.getList("closed.kind")).containsExactly("WON");
        assertThat(get("/v1/reports/funnel?currency=USD").getString("stages[1].amount.amount"))
                .isEqualTo("7.00");
    }

    @Test
    void tellsHowItStoodAtAnInstant() {
        send(new Deal()
                .worth("100", "CNY")
                .opened(CONTACT, "2026-01-01")
                .repriced("80", "CNY", "2026-01-03")
                .moved(NEEDS, "2026-01-05")
                .won("2026-01-09")
                .reopened(DEMO, "2026-01-12"));
        assertThat(at("2025-12-31")).isEmpty();
        assertThat(at("2026-01-02")).isEqualTo(Map.of("initial-contact", "100.00"));
        assertThat(at("2026-01-04")).isEqualTo(Map.of("initial-contact", "80.00"));
        assertThat(at("2026-01-06")).isEqualTo(Map.of("needs-analysis", "80.00"));
        assertThat(at("2026-01-10")).isEqualTo(Map.of("won", "80.00"));
        assertThat(at("2026-01-13")).isEqualTo(Map.of("solution-demo", "80.00"));
    }

    private static Map<String, String> at(String date) {
        var funnel = get("/v1/reports/funnel?at=" + day(date));
        var amounts = new TreeMap<String, String>();
        for (var list : List.of("stages", "closed")) {
            for (var index = 0; index < funnel.getList(list).size(); index++) {
                var stage = list + "[" + index + "].";
                amounts.put(funnel.getString(stage + "stage"), funnel.getString(stage + "amount.amount"));
            }
        }
        return amounts;
    }

    @Test
    void inventsNoTimeForImportedDeals() {
        send(
                new Deal().worth("9", "CNY").imported(WON, day("2026-01-01"), day("2026-01-09")),
                new Deal().imported(NEEDS, day("2026-01-01"), null),
                new Deal().imported(CONTACT, null, null),
                new Deal()
                        .imported(
                                DEMO,
                                day("2026-01-01"),
                                null,
                                new StageEntry(NEEDS, day("2026-01-04")),
                                new StageEntry(DEMO, day("2026-01-06"))));
        var then = get("/v1/reports/funnel?at=" + day("2026-01-05"));
        assertThat(then.getInt("open")).isEqualTo(3);
        assertThat(then.getInt("openInUnknownStage")).isEqualTo(2);
        assertThat(then.getInt("withoutOpeningTime")).isEqualTo(1);
        assertThat(then.getList("stages.stage")).containsExactly("needs-analysis");
        assertThat(get("/v1/reports/funnel").getList("stages.count")).containsExactly(1, 1, 1);
        var cohort = get("/v1/reports/funnel?mode=cohort&from=2026-01-01&to=2026-01-31");
        assertThat(cohort.getInt("opened.count")).isEqualTo(3);
        assertThat(cohort.getInt("opened.won")).isEqualTo(1);
        assertThat(cohort.getInt("opened.withoutStageTimes")).isEqualTo(2);
        assertThat(cohort.getList("stages.stage")).containsExactly("needs-analysis", "solution-demo");
        assertThat(cohort.getList("stages.entered")).containsExactly(1, 1);
        assertThat(cohort.getList("stages.advanced")).containsExactly(1, 0);
        assertThat(cohort.getFloat("stages[0].medianDays")).isEqualTo(2f);
    }

    @Test
    void takesStageTimesThatAnotherImportTellsLater() {
        var deal = new Deal().imported(DEMO, day("2026-01-01"), null, new StageEntry(DEMO, day("2026-01-06")));
        deal.imported(DEMO, day("2026-01-01"), null, new StageEntry(NEEDS, day("2026-01-04")));
        send(deal);
        assertThat(at("2026-01-05")).containsOnlyKeys("needs-analysis");
        assertThat(at("2026-01-07")).containsOnlyKeys("solution-demo");
        assertThat(get("/v1/reports/funnel?mode=cohort").getList("stages.advanced"))
                .containsExactly(1, 0);
    }

    @Test
    void followsACohortCountingABounceOnceAndKeepingTheLost() {
        send(
                new Deal()
                        .opened(CONTACT, "2026-01-01")
                        .moved(NEEDS, "2026-01-03")
                        .won("2026-02-09"),
                new Deal()
                        .opened(CONTACT, "2026-01-01")
                        .moved(NEEDS, "2026-01-03")
                        .moved(CONTACT, "2026-01-05")
                        .moved(NEEDS, "2026-01-10")
                        .lost("2026-02-03", "PRICE"),
                new Deal().opened(CONTACT, "2026-01-02").lost("2026-01-04", "COMPETITOR"),
                new Deal().opened(CONTACT, "2026-01-02").lost("2026-01-04", "PRICE"),
                new Deal().opened(CONTACT, "2026-01-02").moved(DEMO, "2026-03-01"),
                new Deal().opened(CONTACT, "2026-01-31"),
                new Deal().opened(CONTACT, "2026-02-01"));
        var cohort = get("/v1/reports/funnel?mode=cohort&from=2026-01-01&to=2026-01-31");
        assertThat(cohort.getList("stages.stage")).containsExactly("initial-contact", "needs-analysis");
        assertThat(cohort.getList("stages.entered")).containsExactly(6, 2);
        assertThat(cohort.getList("stages.advanced")).containsExactly(3, 1);
        assertThat(cohort.getList("stages.conversion")).containsExactly(0.5f, 0.5f);
        assertThat(cohort.<String, Integer>getMap("stages[0].lost")).isEqualTo(Map.of("PRICE", 1, "COMPETITOR", 1));
        assertThat(cohort.<String, Integer>getMap("stages[1].lost")).isEqualTo(Map.of("PRICE", 1));
        assertThat(cohort.getList("stages.stillOpen")).containsExactly(1, 0);
        assertThat(cohort.getFloat("stages[0].medianDays")).isEqualTo(2f);
        assertThat(cohort.getInt("opened.count")).isEqualTo(6);
        assertThat(cohort.getFloat("opened.conversion")).isEqualTo(0.1667f);
    }

    @Test
    void obeysScopeAndFilters() {
        send(
                new Deal().of("anna", "/central/dustin").opened(CONTACT, "2026-01-01"),
                new Deal().of("ben", "/central/dustin").opened(CONTACT, "2026-01-01"),
                new Deal().of("carl", "/central/melvin").opened(CONTACT, "2026-01-01"),
                new Deal().of("dora", "/central-east").opened(CONTACT, "2026-01-01"));
        var anna = Tokens.own("anna", "report:read");
        var dustin = Tokens.of("dustin", "/central/dustin", "scope:team-tree", "report:read");
        var central = Tokens.of("chief", "/central", "scope:team-tree", "report:read");
        for (var mode : List.of("?mode=snapshot", "?mode=cohort", "?at=2026-01-05T00:00:00Z")) {
            assertThat(total(anna, mode)).isEqualTo(1);
            assertThat(total(dustin, mode)).isEqualTo(2);
            assertThat(total(central, mode)).isEqualTo(3);
            assertThat(total(everybody(), mode)).isEqualTo(4);
            assertThat(total(everybody(), mode + "&team=/central")).isEqualTo(3);
            assertThat(total(everybody(), mode + "&owner=ben")).isEqualTo(1);
            assertThat(total(anna, mode + "&owner=ben")).isZero();
            assertThat(total(everybody(), mode + "&pipeline=other")).isZero();
            assertThat(total(Tokens.of("anna", null, "-", "report:read"), mode)).isZero();
        }
    }

    private static int total(String token, String query) {
        var funnel = get(token, "/v1/reports/funnel" + query);
        return query.contains("cohort") ? funnel.getInt("opened.count") : funnel.getInt("total");
    }

    @Test
    void drawsItselfForReadersOfEitherLanguage() throws Exception {
        var hostile = new StageState("standard", "hostile", "<script>alert('x')</script> & more", 1, "OPEN", 10);
        send(new Deal().worth("1234.50", "CNY").opened(hostile, "2026-01-01"), new Deal().opened(NEEDS, "2026-01-01"));
        for (var path : List.of("/v1/reports/funnel", "/v1/reports/funnel?mode=cohort")) {
            var chinese = text(path, "image/svg+xml", "zh-CN");
            var english = text(path, "image/svg+xml", "en");
            assertThat(chinese).contains("销售漏斗", "xml:lang=\"zh-CN\"", "需求分析").doesNotContain("<script");
            assertThat(english).contains("Sales funnel", "xml:lang=\"en\"", "prefers-color-scheme: dark");
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(english.getBytes(StandardCharsets.UTF_8)));
            assertThat(document.getElementsByTagName("title").getLength()).isEqualTo(1);
            assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("alert('x')");
            assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
        }
    }

    @Test
    void answersATableThatExcelReads() {
        var formula = new StageState("standard", "formula", "=1+1", 1, "OPEN", 10);
        send(new Deal().worth("1234.50", "CNY").opened(formula, "2026-01-01"));
        var chinese = text("/v1/reports/funnel", "text/csv", "zh-CN");
        assertThat(chinese).startsWith("\ufeff销售流程,阶段,名称").contains("'=1+1", "1234.50");
        assertThat(text("/v1/reports/funnel?mode=cohort", "text/csv", "en"))
                .startsWith("\ufeffPipeline,Stage,Name,Entered,Went on,Conversion");
        ask(everybody(), "/v1/reports/funnel").contentType("application/json");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (var query : List.of(
                "mode=other",
                "at=yesterday",
                "mode=cohort&from=x",
                "mode=cohort&from=2026-02-01&to=2026-01-01",
                "from=2026-01-01",
                "mode=cohort&at=2026-01-01T00:00:00Z",
                "timeZone=UTC",
                "mode=cohort&timeZone=Mars",
                "currency=XYZQ",
                "customer=1",
                "nonsense=1")) {
            ask(everybody(), "/v1/reports/funnel?" + query)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("validation.failed"));
        }
        ask(Tokens.all("anna", "customer:read"), "/v1/reports/funnel").statusCode(403);
        ask(Tokens.expired("anna", "report:read"), "/v1/reports/funnel").statusCode(401);
    }
}
