package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.LostReasonEvent;
import io.kehu.events.LostReasonState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Velocity and lost reasons, and the names of groups. */
@QuarkusTest
class SalesPaceTest extends ReadModelTest {

    private static final UUID CUSTOMER = UUID.randomUUID();

    private static void sendSome() {
        send(List.of(EventStream.event(
                new CustomerEvent.Created(),
                StateBuilder.of(CustomerState.class)
                        .with("id", CUSTOMER)
                        .with("number", "C1")
                        .with("name", "Acme")
                        .with("type", "COMPANY")
                        .with("industry", "65")
                        .with("province", "440000")
                        .with("city", "440100")
                        .with("level", "A")
                        .with("lifecycle", "CUSTOMER")
                        .with("tags", Set.of("vip", "export"))
                        .build(),
                1)));
        send(
                new Deal()
                        .with(CUSTOMER, null, null)
                        .worth("100", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .won("2026-01-11"),
                new Deal()
                        .of("ben", "/east/rocco")
                        .worth("300", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .won("2026-01-31"),
                new Deal().worth("40", "CNY").opened(NEEDS, "2026-02-01").lost("2026-02-28", "PRICE"),
                new Deal().opened(NEEDS, "2026-02-01").lost("2026-02-28", "PRICE"),
                new Deal()
                        .with(CUSTOMER, null, null)
                        .worth("9", "CNY")
                        .opened(NEEDS, "2026-02-01")
                        .lost("2026-03-15", "COMPETITOR"),
                new Deal().worth("5", "CNY").opened(NEEDS, "2026-01-15"),
                new Deal().of("ben", "/east/rocco").opened(NEEDS, "2026-02-15"));
    }

    @Test
    void tellsWhatIsWonPerDay() {
        sendSome();
        var report = get("/v1/reports/velocity");
        assertThat(report.getInt("total.opportunities")).isEqualTo(2);
        assertThat(report.getInt("total.won")).isEqualTo(2);
        assertThat(report.getInt("total.lost")).isEqualTo(3);
        assertThat(report.getFloat("total.winRate")).isEqualTo(0.4f);
        assertThat(report.getString("total.averageWonAmount.amount")).isEqualTo("200.00");
        assertThat(report.getFloat("total.meanDays")).isEqualTo(20f);
        assertThat(report.getString("total.perDay.amount")).isEqualTo("8.00");
        var january = get("/v1/reports/velocity?to=2026-01-31&groupBy=owner");
        assertThat(january.getInt("total.opportunities")).isEqualTo(1);
        assertThat(january.getFloat("total.winRate")).isEqualTo(1f);
        assertThat(january.getList("groups.key")).containsExactly("anna", "ben");
        assertThat(january.getString("groups[0].perDay.amount")).isEqualTo("10.00");
        assertThat(text("/v1/reports/velocity", "text/csv", "zh-CN"))
                .startsWith("\ufeff分组,名称,商机数,赢单数")
                .contains("*,,2,2,3,0.4000,CNY,200.00,20.00,8.00");
        ask(everybody(), "/v1/reports/velocity?groupBy=month")
                .statusCode(400)
                .body("errors[0].field", equalTo("groupBy"));
    }

    @Test
    void countsAsOpenWhatIsOpenAndForWhoeverOwnsItNow() {
        send(
                new Deal()
                        .opened(CONTACT, "2026-01-01")
                        .won("2026-01-11")
                        .given("ben", "/east/rocco")
                        .reopened(NEEDS, "2026-02-01"),
                new Deal().opened(CONTACT, "2026-01-01"),
                new Deal().opened(CONTACT, "2026-01-01").lost("2026-05-01", "PRICE"),
                new Deal().imported(WON, day("2026-01-01"), null));
        for (var period : List.of("", "&to=2026-05-31")) {
            var report = get("/v1/reports/velocity?groupBy=owner" + period);
            assertThat(report.getInt("total.opportunities")).isEqualTo(2);
            assertThat(report.getInt("groups.find { it.key == 'ben' }.opportunities"))
                    .isEqualTo(1);
        }
        assertThat(get("/v1/reports/velocity?to=2026-04-30").getInt("total.opportunities"))
                .isEqualTo(3);
        assertThat(get("/v1/reports/velocity?owner=ben").getInt("total.opportunities"))
                .isEqualTo(1);
    }

    @Test
    void countsWhyDealsWereLost() {
        sendSome();
        var report = get("/v1/reports/lost-reasons?groupBy=month");
        assertThat(report.getInt("lost")).isEqualTo(3);
        assertThat(report.getList("reasons.reason")).containsExactly("PRICE", "COMPETITOR");
        assertThat(report.getList("reasons.count")).containsExactly(2, 1);
        assertThat(report.getList("reasons.withoutAmount")).containsExactly(1, 0);
        assertThat(report.getList("reasons.amount.amount")).containsExactly("40.00", "9.00");
        assertThat(report.getList("reasons.share")).containsExactly(0.6667f, 0.3333f);
        assertThat(report.getString("reasons[0].records"))
                .isEqualTo("/v1/opportunities?filter=stage.kind%3D%3D%22LOST%22%3BlostReason%3D%3D%22PRICE%22");
        assertThat(report.getList("groups.key")).containsExactly("2026-02", "2026-03");
        assertThat(report.getList("groups[0].reasons.reason")).containsExactly("PRICE");
        assertThat(get("/v1/reports/lost-reasons?to=2026-02-28").getInt("lost")).isEqualTo(2);
        assertThat(text("/v1/reports/lost-reasons", "text/csv", "zh-CN")).contains("*,,PRICE,价格,2,1,CNY,40.00,0.6667");
        assertThat(text("/v1/reports/lost-reasons", "image/svg+xml", "zh-CN")).contains("价格", "66.7%");
    }

    @Test
    void callsReasonsAsTheCompanyDoes() {
        send(
                new Deal().opened(NEEDS, "2026-02-01").lost("2026-02-27", "ACQUIRED"),
                new Deal().opened(NEEDS, "2026-02-01").lost("2026-02-28", "PRICE"));
        var state = StateBuilder.of(LostReasonState.class)
                .with("id", UUID.randomUUID())
                .with("number", "ACQUIRED")
                .with("name", "Bought by another")
                .with("chineseName", "被收购")
                .build();
        send(List.of(EventStream.event(new LostReasonEvent.Defined(), state, 1)));
        assertThat(text("/v1/reports/lost-reasons", "text/csv", "zh-CN")).contains("ACQUIRED,被收购", "PRICE,价格");
        assertThat(text("/v1/reports/lost-reasons", "text/csv", "en")).contains("ACQUIRED,Bought by another");
    }

    @Test
    void namesIndustriesAndProvincesInTheReadersLanguage() {
        sendSome();
        assertThat(text("/v1/reports/win-rate?groupBy=industry", "text/csv", "zh-CN"))
                .contains("65,软件和信息技术服务业,1,1");
        assertThat(text("/v1/reports/win-rate?groupBy=industry", "text/csv", "en"))
                .contains("65,Software and information technology services,1,1");
        assertThat(text("/v1/reports/sales-cycle?groupBy=province", "text/csv", "zh-CN"))
                .contains("440000,广东省,1");
        assertThat(get("/v1/reports/lost-reasons?groupBy=level&province=440000").getList("groups.key"))
                .containsExactly("A");
    }

    @Test
    void groupsAndNarrowsByWhatCustomersAreAndByPipeline() {
        sendSome();
        for (var report : List.of("win-rate", "velocity", "lost-reasons", "sales-cycle")) {
            assertThat(keys(report, "pipeline")).containsExactly("standard");
            assertThat(keys(report, "customer_type")).contains("COMPANY");
            assertThat(keys(report, "lifecycle")).contains("CUSTOMER");
            assertThat(keys(report, "city")).contains("440100");
        }
        assertThat(text("/v1/reports/win-rate?groupBy=city", "text/csv", "zh-CN"))
                .contains("440100,广州市,1,1");
        for (var tags : List.of("vip", "export,vip")) {
            assertThat(get("/v1/reports/win-rate?tags=" + tags).getInt("total.won"))
                    .isEqualTo(1);
        }
        assertThat(get("/v1/reports/win-rate?tags=vip,other").getInt("total.won"))
                .isZero();
        ask(everybody(), "/v1/reports/win-rate?tags=vip,,export")
                .statusCode(400)
                .body("errors[0].field", equalTo("tags"));
    }

    private static List<String> keys(String report, String groupBy) {
        return get("/v1/reports/" + report + "?groupBy=" + groupBy).getList("groups.key");
    }

    @Test
    void linksFiguresToTheRecordsBehindThem() {
        sendSome();
        var wins = get("/v1/reports/win-rate?groupBy=owner&from=2026-01-01");
        assertThat(wins.getString("groups.find { it.key == 'ben' }.records"))
                .isEqualTo("/v1/opportunities?filter=stage.kind%3Din%3D%28WON%2CAFTER_SALES%2CLOST%29%3B"
                        + "closedAt%3Dge%3D2025-12-31T16%3A00%3A00Z%3Bowner%3D%3D%22ben%22");
        assertThat(get("/v1/reports/win-rate?groupBy=product").<Object>getList("groups.records"))
                .containsOnlyNulls();
        assertThat(get("/v1/reports/funnel?team=/east").getString("stages[0].records"))
                .contains("team%3D%3D%22%2Feast%2F*%22", "stage.code%3D%3D%22needs-analysis%22");
    }
}
