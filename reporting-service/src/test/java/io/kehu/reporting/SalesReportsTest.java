package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.ProductEvent;
import io.kehu.events.ProductState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SalesReportsTest extends ReadModelTest {

    private static final UUID BASIC = UUID.randomUUID();

    private static void sendSome() {
        var product = StateBuilder.of(ProductState.class)
                .with("id", BASIC)
                .with("number", "GTX")
                .with("name", "GTX Basic")
                .with("kind", "GOODS")
                .with("onShelf", true)
                .build();
        send(List.of(EventStream.event(new ProductEvent.Created(), product, 1)));
        send(
                new Deal()
                        .with(null, BASIC, "GTX")
                        .worth("100.10", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .won("2026-01-11"),
                new Deal()
                        .of("ben", "/east/rocco")
                        .worth("300", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .won("2026-04-01"),
                new Deal()
                        .of("ben", "/east/rocco")
                        .worth("40", "CNY")
                        .opened(NEEDS, "2026-02-01")
                        .lost("2026-02-28", "PRICE"),
                new Deal().of("ben", "/east/rocco").opened(NEEDS, "2026-02-01").won("2026-02-03"),
                new Deal().worth("5", "USD").opened(NEEDS, "2026-01-30").won("2026-01-31"),
                new Deal().imported(WON, null, day("2026-03-31")),
                new Deal().opened(NEEDS, "2026-01-01"));
    }

    @Test
    void dividesTheWonByAllThatWereClosed() {
        sendSome();
        var report = get("/v1/reports/win-rate");
        assertThat(report.getInt("total.won")).isEqualTo(5);
        assertThat(report.getInt("total.lost")).isEqualTo(1);
        assertThat(report.getFloat("total.winRate")).isEqualTo(0.8333f);
        assertThat(report.getString("currency")).isEqualTo("CNY");
        assertThat(report.getList("otherCurrencies")).containsExactly("USD");
        assertThat(report.getString("total.wonAmount.amount")).isEqualTo("400.10");
        assertThat(report.getString("total.averageWonAmount.amount")).isEqualTo("200.05");
        assertThat(report.getFloat("total.amountWinRate")).isEqualTo(0.9091f);
        assertThat(get("/v1/reports/win-rate?currency=USD").getString("total.wonAmount.amount"))
                .isEqualTo("5.00");
        assertThat(get("/v1/reports/win-rate?currency=USD").getInt("total.won")).isEqualTo(5);
    }

    @Test
    void groupsByEachDimension() {
        sendSome();
        assertThat(keys("owner")).containsExactly("ben", "anna");
        assertThat(keys("team")).containsExactly("/east/rocco", "/central/dustin");
        assertThat(keys("region")).containsExactly("/east", "/central");
        assertThat(keys("month")).containsExactly("2026-01", "2026-02", "2026-03", "2026-04");
        assertThat(keys("quarter")).containsExactly("2026-Q1", "2026-Q2");
        assertThat(keys("source")).containsExactly("fair");
        assertThat(keys("product")).isEqualTo(Arrays.asList(null, BASIC.toString()));
        assertThat(get("/v1/reports/win-rate?groupBy=product").getList("groups.name"))
                .contains("GTX Basic");
        assertThat(keys("none")).isEmpty();
        assertThat(get("/v1/reports/win-rate?groupBy=quarter").getList("groups.won"))
                .containsExactly(4, 1);
        assertThat(text("/v1/reports/win-rate?groupBy=region", "text/csv", "zh-CN"))
                .startsWith("\ufeff分组,名称,赢单数,输单数,赢单率")
                .contains("/east,/east,2,1,0.6667,CNY,300.00,40.00,0.8824,300.00");
    }

    @Test
    void tellsQuartersAndYearsOfTheFiscalYear() {
        sendSome();
        assertThat(keys("year")).containsExactly("2026");
        assertThat(keys("quarter&fiscalYearStart=4")).containsExactly("2025-Q4", "2026-Q1");
        assertThat(keys("year&fiscalYearStart=4")).containsExactly("2025", "2026");
        var years = get("/v1/reports/win-rate?groupBy=year&fiscalYearStart=4");
        assertThat(years.getInt("period.fiscalYearStart")).isEqualTo(4);
        assertThat(years.getList("groups.won")).containsExactly(4, 1);
        assertThat(years.getString("groups[0].records"))
                .contains("closedAt%3Dge%3D2025-03-31T16%3A00%3A00Z", "closedAt%3Dlt%3D2026-03-31T16%3A00%3A00Z");
        for (var month : List.of("0", "13", "april")) {
            ask(everybody(), "/v1/reports/win-rate?groupBy=year&fiscalYearStart=" + month)
                    .statusCode(400)
                    .body("errors[0].field", equalTo("fiscalYearStart"));
        }
    }

    private static List<String> keys(String groupBy) {
        return get("/v1/reports/win-rate?groupBy=" + groupBy).getList("groups.key");
    }

    @Test
    void takesTheDaysOfTheTimeZone() {
        send(new Deal().worth("1", "CNY").imported(WON, day("2026-01-01"), Instant.parse("2026-01-31T16:30:00Z")));
        assertThat(won("from=2026-02-01&to=2026-02-01")).isEqualTo(1);
        assertThat(won("to=2026-01-31")).isZero();
        assertThat(won("to=2026-01-31&timeZone=UTC")).isEqualTo(1);
        assertThat(won("from=2026-02-01&timeZone=UTC")).isZero();
        assertThat(keys("month")).containsExactly("2026-02");
    }

    private static int won(String query) {
        return get("/v1/reports/win-rate?" + query).getInt("total.won");
    }

    @Test
    void tellsHowLongDealsTook() {
        sendSome();
        var report = get("/v1/reports/sales-cycle?groupBy=owner");
        assertThat(report.getInt("total.deals")).isEqualTo(4);
        assertThat(report.getInt("total.withoutDates")).isEqualTo(1);
        assertThat(report.getFloat("total.meanDays")).isEqualTo(25.75f);
        assertThat(report.getFloat("total.medianDays")).isEqualTo(6f);
        assertThat(report.getFloat("total.p90Days")).isEqualTo(66f);
        assertThat(report.getList("groups.key")).containsExactly("anna", "ben");
        assertThat(report.getList("groups.meanDays")).containsExactly(5.5f, 46f);
        assertThat(get("/v1/reports/sales-cycle?from=2026-04-01").getInt("total.deals"))
                .isEqualTo(1);
        assertThat(text("/v1/reports/sales-cycle", "text/csv", "en")).contains("*,,4,1,25.75,6.00,66.00");
    }

    @Test
    void tellsHowLongDealsTookFromAStageOn() {
        send(
                new Deal()
                        .opened(CONTACT, "2026-01-01")
                        .moved(NEEDS, "2026-01-05")
                        .moved(CONTACT, "2026-01-06")
                        .moved(NEEDS, "2026-01-07")
                        .won("2026-01-11"),
                new Deal().of("ben", "/east").opened(NEEDS, "2026-01-01").won("2026-01-03"),
                new Deal().opened(CONTACT, "2026-01-01").won("2026-01-03"));
        var report = get("/v1/reports/sales-cycle?groupBy=owner&fromStage=needs-analysis");
        assertThat(report.getString("fromStage")).isEqualTo("needs-analysis");
        assertThat(report.getInt("total.deals")).isEqualTo(2);
        assertThat(report.getInt("total.withoutDates")).isEqualTo(1);
        assertThat(report.getFloat("total.meanDays")).isEqualTo(4f);
        assertThat(report.getList("groups.meanDays")).containsExactly(6f, 2f);
        ask(everybody(), "/v1/reports/sales-cycle?stage=needs-analysis")
                .statusCode(400)
                .body("errors[0].field", equalTo("stage"));
    }

    @Test
    void saysHowFreshTheFiguresAre() {
        sendSome();
        var report = get("/v1/reports/win-rate");
        assertThat(report.getString("generatedAt")).isNotNull();
        assertThat(report.getString("freshness.opportunity.lastEventAt")).isNotNull();
        assertThat(report.getInt("freshness.opportunity.eventsBehind")).isZero();
        assertThat(report.getInt("freshness.opportunity.lagSeconds")).isZero();
        assertThat(report.getString("period.timeZone")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void showsEachCallerOnlyTheirDeals() {
        sendSome();
        var ben = Tokens.own("ben", "report:read");
        assertThat(get(ben, "/v1/reports/win-rate").getInt("total.won")).isEqualTo(2);
        assertThat(get(ben, "/v1/reports/win-rate?groupBy=owner").getList("groups.key"))
                .containsExactly("ben");
        assertThat(get(ben, "/v1/reports/sales-cycle").getInt("total.deals")).isEqualTo(2);
        assertThat(get(Tokens.own("eve", "report:read"), "/v1/reports/win-rate").getInt("total.won"))
                .isZero();
    }

    @Test
    void tellsTheLargestCustomersAndAllOthersAsOne() {
        send(IntStream.rangeClosed(1, 203)
                .boxed()
                .flatMap(number -> {
                    var customer = UUID.randomUUID();
                    return Stream.of(
                            new Deal()
                                    .with(customer, null, null)
                                    .worth(number.toString(), "CNY")
                                    .opened(NEEDS, "2026-01-01")
                                    .won("2026-01-03"),
                            new Deal()
                                    .with(customer, null, null)
                                    .opened(NEEDS, "2026-01-01")
                                    .lost("2026-01-03", "PRICE"));
                })
                .toArray(Deal[]::new));
        var rates = get("/v1/reports/win-rate?groupBy=customer");
        assertThat(rates.getList("groups")).hasSize(201);
        assertThat(rates.getString("groups[0].wonAmount.amount")).isEqualTo("203.00");
        assertThat(rates.getString("groups[200].key")).isEqualTo("others");
        assertThat(rates.getString("groups[200].name")).isEqualTo("All others");
        assertThat(rates.getString("groups[200].wonAmount.amount")).isEqualTo("6.00");
        assertThat(rates.getString("groups[200].records")).isNull();
        assertThat(rates.getInt("total.won")).isEqualTo(203);
        for (var figure : List.of("velocity?groups.won", "sales-cycle?groups.deals", "lost-reasons?groups.lost")) {
            var parts = figure.split("\\?");
            var figures = get("/v1/reports/" + parts[0] + "?groupBy=customer").getList(parts[1], Integer.class);
            assertThat(figures).hasSize(201).endsWith(1, 3);
        }
    }

    @Test
    void tellsNothingOfCustomersThatTheCallerMayNotSee() {
        var hers = UUID.randomUUID();
        var his = UUID.randomUUID();
        send(List.of(customer(hers, "anna", "Acme"), customer(his, "ben", "Bolt")));
        send(
                new Deal()
                        .of("ben", "/east")
                        .with(hers, null, null)
                        .opened(NEEDS, "2026-01-01")
                        .won("2026-01-03"),
                new Deal()
                        .of("ben", "/east")
                        .with(his, null, null)
                        .opened(NEEDS, "2026-01-01")
                        .won("2026-01-03"));
        var ben = Tokens.own("ben", "report:read");
        for (var report : List.of("win-rate", "velocity", "sales-cycle")) {
            var path = "/v1/reports/" + report + "?groupBy=";
            assertThat(get(path + "customer").getList("groups.name")).containsExactlyInAnyOrder("Acme", "Bolt");
            assertThat(get(ben, path + "customer").getList("groups.name"))
                    .containsExactlyInAnyOrder(hers.toString(), "Bolt");
            assertThat(get(path + "level").getList("groups.key")).containsExactly("A");
            assertThat(get(ben, path + "level").getList("groups.key")).containsExactlyInAnyOrder("A", null);
        }
        for (var narrowed : List.of("level=A", "tags=vip")) {
            assertThat(won(narrowed)).isEqualTo(2);
            assertThat(get(ben, "/v1/reports/win-rate?" + narrowed).getInt("total.won"))
                    .isEqualTo(1);
        }
    }

    private static Event customer(UUID id, String owner, String name) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", name)
                .with("name", name)
                .with("owner", owner)
                .with("level", "A")
                .with("tags", Set.of("vip"))
                .build();
        return EventStream.event(new CustomerEvent.Created(), state, 1);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (var report : List.of("win-rate", "sales-cycle")) {
            ask(everybody(), "/v1/reports/" + report + "?groupBy=weather")
                    .statusCode(400)
                    .body("errors[0].field", equalTo("groupBy"))
                    .body("errors[0].message", containsString("quarter"));
            ask(everybody(), "/v1/reports/" + report + "?from=2026-13-01").statusCode(400);
            ask(everybody(), "/v1/reports/" + report + "?timeZone=%2B08:00").statusCode(400);
            ask(everybody(), "/v1/reports/" + report + "?currency=yuan").statusCode(400);
            ask(Tokens.all("anna", "customer:read"), "/v1/reports/" + report).statusCode(403);
            ask("nonsense", "/v1/reports/" + report).statusCode(401);
        }
    }
}
