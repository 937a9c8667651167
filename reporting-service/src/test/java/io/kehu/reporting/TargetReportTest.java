package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.OpportunityState.TeamShare;
import io.kehu.events.TargetEvent;
import io.kehu.events.TargetState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TargetReportTest extends ReadModelTest {

    @BeforeEach
    void sendSome() {
        execute("truncate target");
        var events = new ArrayList<Event>();
        for (var metric : List.of("WON_AMOUNT", "WON_COUNT", "CONTRACT_AMOUNT", "COLLECTED_AMOUNT")) {
            events.add(target("USER", "anna", "anna", "/sales/east", metric, "100"));
            events.add(target("TEAM", "/sales", null, "/sales", metric, "200"));
            events.add(target("COMPANY", null, null, null, metric, "300"));
        }
        events.add(MarketDeals.won(MarketDeals.of("anna", "/sales/east"), "150", "2024-01-31"));
        events.add(MarketDeals.won(MarketDeals.of("ben", "/sales/west"), "50", "2024-02-01"));
        events.add(MarketDeals.won(MarketDeals.of("cara", "/service"), "10", "2024-02-01"));
        events.add(MarketDeals.won(MarketDeals.of("anna", "/sales/east"), "9", "2025-01-01"));
        events.add(MarketDeals.lost(MarketDeals.of("anna", "/sales/east"), "7", "2024-01-31"));
        events.add(contract("SIGNED", "40"));
        events.add(contract("DRAFT", "1000"));
        send(events);
    }

    private static Event target(String kind, String subject, String owner, String team, String metric, String month) {
        var state = StateBuilder.of(TargetState.class)
                .with("id", UUID.randomUUID())
                .with("owner", owner)
                .with("team", team)
                .with("subjectKind", kind)
                .with("subject", subject)
                .with("metric", metric)
                .with("year", 2024)
                .with("currency", metric.equals("WON_COUNT") ? null : "CNY")
                .with("months", Collections.nCopies(12, new BigDecimal(month)))
                .build();
        return EventStream.event(new TargetEvent.Set(), state, 1);
    }

    private static Event contract(String status, String amount) {
        var state = StateBuilder.of(ContractState.class)
                .with("id", UUID.randomUUID())
                .with("owner", "anna")
                .with("team", "/sales/east")
                .with("status", status)
                .with("amount", Money.of(amount, "CNY"))
                .with("signedOn", LocalDate.parse("2024-03-05"))
                .build();
        return EventStream.event(new ContractEvent.Drafted(), state, 1);
    }

    @Test
    void comparesEachTargetWithWhatWasWon() {
        var report = get("/v1/reports/targets?year=2024");
        assertThat(report.getList("targets.subjectKind")).containsExactly("COMPANY", "TEAM", "USER");
        assertThat(report.getList("targets.total.target")).containsExactly(3600, 2400, 1200);
        assertThat(report.getList("targets.total.achieved", Float.class)).containsExactly(210f, 200f, 150f);
        assertThat(report.getList("targets.total.gap", Float.class)).containsExactly(3390f, 2200f, 1050f);
        assertThat(report.getFloat("targets[2].total.attainment")).isEqualTo(0.125f);
        assertThat(report.getFloat("targets[2].total.pace")).isEqualTo(0.125f);
        assertThat(report.getFloat("targets[1].months[0].attainment")).isEqualTo(0.75f);
        assertThat(report.getFloat("targets[1].months[1].achieved")).isEqualTo(50f);
        assertThat(report.getFloat("targets[1].months[1].pace")).isEqualTo(0.5f);
        assertThat(text("/v1/reports/targets?year=2024&subject=anna", "text/csv", "en"))
                .contains("Subject kind,Subject,Currency,Month,Target,Achieved,Gap,Attainment,Pace")
                .contains("USER,anna,CNY,1,100,150.00,-50.00,1.5000,1.5000")
                .contains("USER,anna,CNY,*,1200,150.00,1050.00,0.1250,0.1250");
    }

    @Test
    void countsDealsAndContractsToo() {
        assertThat(get("/v1/reports/targets?year=2024&metric=won_count").getList("targets.total.achieved"))
                .containsExactly(3, 2, 1);
        assertThat(get("/v1/reports/targets?year=2024&metric=contract_amount&subject=anna")
                        .getFloat("targets[0].months[2].achieved"))
                .isEqualTo(40f);
        assertThat(get("/v1/reports/targets?year=2024&metric=collected_amount")
                        .<Object>getList("targets.total.achieved"))
                .containsOnlyNulls();
    }

    @Test
    void takesForeignAmountsAtTheRateOfTheDealOrSaysThatTheyAreMissing() {
        send(List.of(
                MarketDeals.won(
                        MarketDeals.of("anna", "/sales/east").with("baseAmount", Money.of("70", "CNY")),
                        Money.of("10", "USD"),
                        "2024-01-31"),
                MarketDeals.won(MarketDeals.of("ben", "/sales/west"), Money.of("3", "EUR"), "2024-01-31")));
        var anna = get("/v1/reports/targets?year=2024&subject=anna");
        assertThat(anna.getList("targets.total.achieved", Float.class)).containsExactly(220f);
        assertThat(anna.getList("otherCurrencies")).isEmpty();
        var all = get("/v1/reports/targets?year=2024");
        assertThat(all.getList("targets.total.achieved", Float.class)).containsExactly(280f, 270f, 220f);
        assertThat(all.getList("otherCurrencies")).containsExactly("EUR");
        assertThat(get("/v1/reports/targets?year=2024&metric=won_count").getList("otherCurrencies"))
                .isEmpty();
    }

    @Test
    void creditsTheOwnerOrThoseAmongWhomADealIsSplit() {
        var shares = List.of(
                new TeamShare("ben", "/sales/west", new BigDecimal("0.4")),
                new TeamShare("cara", "/service", new BigDecimal("0.6")));
        send(List.of(
                MarketDeals.won(MarketDeals.of("anna", "/sales/east").with("split", shares), "100", "2024-01-31")));
        assertThat(achieved("won_amount", "owner")).containsExactly(310f, 300f, 250f);
        assertThat(achieved("won_amount", "split")).containsExactly(310f, 240f, 150f);
        assertThat(achieved("won_count", "split")).containsExactly(4f, 2.4f, 1f);
        var owners = get("/v1/reports/win-rate?groupBy=owner&credit=split&from=2024-01-31&to=2024-01-31");
        assertThat(owners.getInt("total.won")).isEqualTo(2);
        assertThat(owners.getString("total.wonAmount.amount")).isEqualTo("250.00");
        assertThat(owners.getList("groups.key")).containsExactly("anna", "cara", "ben");
        assertThat(owners.getList("groups.won")).containsExactly(1, 1, 1);
        assertThat(owners.getList("groups.wonAmount.amount")).containsExactly("150.00", "60.00", "40.00");
        assertThat(get("/v1/reports/win-rate?owner=ben&credit=split&to=2024-01-31")
                        .getString("total.wonAmount.amount"))
                .isEqualTo("40.00");
        assertThat(get("/v1/reports/win-rate?owner=ben&to=2024-01-31").getInt("total.won"))
                .isZero();
        ask(everybody(), "/v1/reports/targets?year=2024&metric=contract_amount&credit=split")
                .statusCode(400)
                .body("errors[0].field", equalTo("credit"));
    }

    private static List<Float> achieved(String metric, String credit) {
        return get("/v1/reports/targets?year=2024&metric=" + metric + "&credit=" + credit)
                .getList("targets.total.achieved", Float.class);
    }

    @Test
    void showsEachCallerTheTargetsOfTheirRows() {
        var anna = get(Tokens.own("anna", "report:read"), "/v1/reports/targets?year=2024");
        assertThat(anna.getList("targets.subject")).containsExactly("anna");
        var manager = Tokens.of("max", "/sales", "scope:team-tree", "report:read");
        assertThat(get(manager, "/v1/reports/targets?year=2024").getList("targets.subjectKind"))
                .containsExactly("TEAM", "USER");
        assertThat(get("/v1/reports/targets?year=2023").getList("targets")).isEmpty();
        ask(everybody(), "/v1/reports/targets?metric=x").statusCode(400);
        ask(everybody(), "/v1/reports/targets?year=12").statusCode(400);
        ask(Tokens.all("eve", "target:read"), "/v1/reports/targets").statusCode(403);
    }
}
