package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.NEEDS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationResourceTest extends ReadModelTest {

    private static OtherServices others;

    @BeforeAll
    static void startOthers() {
        others = new OtherServices();
    }

    @AfterAll
    static void stopOthers() {
        others.close();
    }

    @BeforeEach
    void sourcesCount() {
        others.answer("/customer/v1/customers/totals", "{\"count\":0}");
        others.answer("/customer/v1/contacts/totals", "{\"count\":0}");
        others.answer("/opportunity/v1/opportunities/totals", """
                {"count":3,"byKind":{
                  "OPEN":{"count":1,"amounts":[]},
                  "WON":{"count":2,"amounts":[{"amount":"100.00","currency":"CNY"},{"amount":"5.50","currency":"USD"}]},
                  "LOST":{"count":0,"amounts":[]}}}""");
        others.answer("/opportunity/v1/leads/totals", "{\"count\":1}");
        others.answer("/activity/v1/activities/totals", "{\"count\":0}");
        others.answer("/service-desk/v1/tickets/totals", "{\"count\":0,\"byStatus\":{}}");
        others.answer("/service-desk/v1/sla-clocks/totals", "{\"count\":0,\"byStatus\":{},\"byVerdict\":{}}");
        others.answer("/service-desk/v1/surveys/totals", "{\"sent\":0,\"answered\":0,\"scoreSum\":0}");
        others.answer("/contract/v1/products/totals", "{\"count\":0}");
        others.answer("/contract/v1/contracts/totals", "{\"count\":0,\"byStatus\":{}}");
    }

    private static Deal usd() {
        return new Deal().worth("5.5", "USD").opened(CONTACT, "2026-01-01").won("2026-01-09");
    }

    @Test
    void agreesWithTheSourcesWhenNothingWaits() {
        send(
                new Deal().worth("100", "CNY").opened(CONTACT, "2026-01-01").won("2026-01-09"),
                usd(),
                new Deal().opened(NEEDS, "2026-01-01"));
        send(new LeadStory().created("2026-01-01").assigned("2026-01-02").events());
        var report = get("/v1/reports/reconciliation");
        assertThat(report.getBoolean("reconciled")).isTrue();
        assertThat(report.getList("away")).isEmpty();
        assertThat(line(report, "opportunities", "count", "WON").getInt("source"))
                .isEqualTo(2);
        assertThat(line(report, "opportunities", "count", "WON").getInt("readModel"))
                .isEqualTo(2);
        assertThat(text("/v1/reports/reconciliation", "text/csv", "zh-CN"))
                .startsWith("\ufeff资源,指标,部分,币种,源系统,报表库,差异")
                .contains("opportunities,amount,WON,CNY,100.00,100.00,0.00");
    }

    private static JsonPath line(JsonPath report, String resource, String measure, String part) {
        return report.setRootPath("lines.find { it.resource == '%s' && it.measure == '%s' && it.part == '%s' }"
                .formatted(resource, measure, part));
    }

    @Test
    void showsWhatIsMissing() {
        send(usd());
        var report = get("/v1/reports/reconciliation");
        assertThat(report.getBoolean("reconciled")).isFalse();
        assertThat(line(report, "opportunities", "count", "WON").getInt("difference"))
                .isEqualTo(-1);
        assertThat(line(report, "opportunities", "count", "OPEN").getInt("difference"))
                .isEqualTo(-1);
    }

    @Test
    void comparesClocksByStatusAndByVerdict() {
        others.answer("/service-desk/v1/sla-clocks/totals", """
                {"count":3,"byStatus":{"RUNNING":1,"ENDED":2},"byVerdict":{"MET":1,"BREACHED":1}}""");
        send(new TicketStory()
                .opened("2026-01-01T00:00:00Z")
                .promised("FIRST_RESPONSE", "COMPUTED", "MET", "2026-01-01T01:00:00Z", 60)
                .promised("RESOLUTION", "COMPUTED", "BREACHED", "2026-01-02T00:00:00Z", 600)
                .events());
        var report = get("/v1/reports/reconciliation");
        assertThat(line(report, "sla-clocks", "count", "ENDED").getInt("difference"))
                .isZero();
        assertThat(line(report, "sla-clocks", "count", "RUNNING").getInt("difference"))
                .isEqualTo(-1);
        assertThat(line(report, "sla-clocks", "judged", "BREACHED").getInt("readModel"))
                .isEqualTo(1);
        assertThat(line(report, "sla-clocks", "judged", "MET").getInt("difference"))
                .isZero();
    }

    @Test
    void saysWhichSourceIsAway() {
        others.answer("/contract/v1/contracts/totals", "not JSON");
        var report = get("/v1/reports/reconciliation");
        assertThat(report.getBoolean("reconciled")).isFalse();
        assertThat(report.getList("away.resource")).containsExactly("contracts");
        assertThat(report.getList("lines.resource"))
                .contains("customers", "surveys")
                .doesNotContain("contracts");
    }

    @Test
    void takesNoFigureThatIsMissingForZero() {
        others.answer("/contract/v1/contracts/totals", "{\"count\":1,\"items\":[]}");
        var report = get("/v1/reports/reconciliation");
        assertThat(report.getBoolean("reconciled")).isFalse();
        assertThat(report.getList("away.resource")).containsExactly("contracts");
        assertThat(report.getString("away[0].reason")).contains("byStatus");
    }

    @Test
    void isOnlyForWhoeverSeesEveryRow() {
        ask(Tokens.own("anna", "report:read"), "/v1/reports/reconciliation").statusCode(403);
        ask(Tokens.all("anna", "customer:read"), "/v1/reports/reconciliation").statusCode(403);
    }

    @Test
    void hasEverySourceSendItsEventsAgain() {
        for (var context : new String[] {"customer", "opportunity", "service-desk", "contract"}) {
            others.answer("/" + context + "/v1/operations/replays", "{\"events\":7}");
        }
        var rebuilt = given().auth()
                .oauth2(Tokens.all("olga", "operations:write"))
                .post("/v1/reports/rebuild")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(rebuilt.getList("sources.service")).hasSize(5).contains("activity-service");
        assertThat(rebuilt.getList("sources.events")).contains(7);
        assertThat(rebuilt.getString("sources.find { it.service == 'activity-service' }.trouble"))
                .contains("404");
        given().auth().oauth2(everybody()).post("/v1/reports/rebuild").then().statusCode(403);
    }
}
