package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.DEMO;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.WON;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.events.StageState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionTest extends ReadModelTest {

    private static final List<String> REPORTS = List.of(
            "/v1/reports/funnel",
            "/v1/reports/funnel?at=2026-01-20T00:00:00Z",
            "/v1/reports/funnel?at=2026-02-02T00:00:00Z",
            "/v1/reports/funnel?mode=cohort",
            "/v1/reports/win-rate?groupBy=owner",
            "/v1/reports/win-rate?groupBy=industry",
            "/v1/reports/sales-cycle?groupBy=month");

    private static List<Deal> deals() {
        return List.of(
                new Deal()
                        .worth("100", "CNY")
                        .opened(CONTACT, "2026-01-01")
                        .moved(NEEDS, "2026-01-05")
                        .won("2026-02-01"),
                new Deal()
                        .opened(CONTACT, "2026-01-02")
                        .repriced("70", "CNY", "2026-01-10")
                        .moved(DEMO, "2026-01-15")
                        .moved(CONTACT, "2026-01-25")
                        .lost("2026-02-03", "PRICE"),
                new Deal()
                        .worth("5", "CNY")
                        .opened(NEEDS, "2026-01-03")
                        .won("2026-01-04")
                        .given("ben", "/east/rocco"),
                new Deal()
                        .worth("7", "CNY")
                        .opened(NEEDS, "2026-01-03")
                        .won("2026-01-08")
                        .reopened(DEMO, "2026-01-30"),
                new Deal().worth("9", "CNY").opened(DEMO, "2026-01-03").deleted());
    }

    private static List<Object> answers() {
        return REPORTS.stream()
                .map(report -> {
                    var answer = get(report).getMap("");
                    answer.keySet().removeAll(Set.of("generatedAt", "freshness"));
                    return (Object) answer;
                })
                .toList();
    }

    @Test
    void changesNothingWhenEventsComeLateOrTwice() {
        var events = deals().stream().flatMap(deal -> deal.events().stream()).toList();
        send(events);
        var expected = answers();
        assertThat(get("/v1/reports/win-rate").getInt("total.won")).isEqualTo(2);
        send(jumbled(events));
        assertThat(answers()).isEqualTo(expected);
    }

    @Test
    void comesToTheSameFiguresInWhateverOrder() {
        var events = deals().stream().flatMap(deal -> deal.events().stream()).toList();
        send(events);
        var expected = answers();
        for (var each : List.of(events.reversed(), jumbled(events), inTurns(events))) {
            empty();
            send(each);
            assertThat(answers()).isEqualTo(expected);
        }
    }

    /** Every third event first, so that each deal's come in another order and in several batches. */
    private static List<Event> inTurns(List<Event> events) {
        var turns = new ArrayList<Event>();
        for (var turn = 2; turn >= 0; turn--) {
            for (var index = turn; index < events.size(); index += 3) {
                turns.add(events.get(index));
            }
        }
        return turns;
    }

    @Test
    void keepsTheNewestStateOfEachRecordWhenAnOldEventComesLater() {
        var id = UUID.randomUUID();
        var deal = new Deal().with(id, null, null).opened(NEEDS, "2026-01-03").won("2026-01-04");
        var created = EventStream.event(new CustomerEvent.Created(), customer(id, "65"), 1);
        var updated = EventStream.event(new CustomerEvent.Updated(Set.of("industry")), customer(id, "70"), 2);
        send(deal);
        send(List.of(updated));
        send(List.of(created));
        send(List.of(created, updated, created));
        assertThat(get("/v1/reports/win-rate?groupBy=industry").getList("groups.key"))
                .containsExactly("70");
        assertThat(get("/v1/reports/win-rate?groupBy=customer").getList("groups.name"))
                .containsExactly("Acme");
        assertThat(get("/v1/reports/win-rate?industry=70").getInt("total.won")).isEqualTo(1);
        assertThat(get("/v1/reports/win-rate?industry=65").getInt("total.won")).isZero();
    }

    private static CustomerState customer(UUID id, String industry) {
        return StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C1")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", "anna")
                .with("industry", industry)
                .with("lifecycle", "PROSPECT")
                .build();
    }

    @Test
    void givesTheSameFiguresAfterAReplayIntoAnEmptiedReadModel() {
        var events = deals().stream().flatMap(deal -> deal.events().stream()).toList();
        send(events);
        var expected = answers();
        empty();
        EventStream.replay(events.toArray(Event[]::new));
        awaitApplied();
        assertThat(answers()).isEqualTo(expected);
        EventStream.replay(events.toArray(Event[]::new));
        awaitApplied();
        assertThat(answers()).isEqualTo(expected);
    }

    @Test
    void repairsByAReplayWhatAFormerReleaseKeptWrong() {
        var deal = new Deal().worth("100", "CNY").opened(CONTACT, "2026-01-01").won("2026-02-01");
        send(deal);
        execute("update opportunity set amount = 1, stage = 'elsewhere'");
        execute("update opportunity_period set starts_at = '2020-01-01'");
        var replayed = deal.events();
        EventStream.replay(replayed.toArray(Event[]::new));
        awaitApplied();
        assertThat(get("/v1/reports/win-rate").getString("total.wonAmount.amount"))
                .isEqualTo("100.00");
        assertThat(get("/v1/reports/funnel?mode=cohort&from=2026-01-01").getInt("stages[0].entered"))
                .isEqualTo(1);
    }

    @Test
    void creditsADealToWhoeverOwnedItWhenItWasWon() {
        send(new Deal()
                .worth("5", "CNY")
                .opened(NEEDS, "2026-01-03")
                .won("2026-01-04")
                .given("ben", "/east/rocco"));
        var byOwner = get("/v1/reports/win-rate?groupBy=owner");
        assertThat(byOwner.getList("groups.key")).containsExactly("anna");
        assertThat(get("/v1/reports/win-rate?groupBy=region").getList("groups.key"))
                .containsExactly("/central");
        assertThat(get("/v1/reports/win-rate?owner=ben").getInt("total.won")).isZero();
    }

    @Test
    void leavesTheCreditWhereItIsWhenMoreIsToldOfAClosedDeal() {
        var elsewhere = new StageState("solution", "won", "成交", 5, "WON", 100);
        send(
                new Deal()
                        .opened(NEEDS, "2026-01-03")
                        .won("2026-01-04")
                        .given("ben", "/east/rocco", "2026-02-01")
                        .moved(elsewhere, "2026-02-03"),
                new Deal()
                        .opened(NEEDS, "2026-01-03")
                        .won("2026-01-04")
                        .given("ben", "/east/rocco", "2026-02-01")
                        .imported(
                                WON,
                                Deal.day("2026-01-01"),
                                Deal.day("2026-01-04"),
                                new StageEntry(CONTACT, Deal.day("2026-01-02"))),
                new Deal()
                        .of("carl", "/west")
                        .opened(NEEDS, "2026-01-03")
                        .lost("2026-01-04", "PRICE")
                        .given("dora", "/west", "2026-02-01")
                        .reopened(DEMO, "2026-02-02")
                        .lost("2026-02-04", "PRICE"));
        var byOwner = get("/v1/reports/win-rate?groupBy=owner");
        assertThat(byOwner.getList("groups.key")).containsExactly("anna", "dora");
        assertThat(byOwner.getList("groups.won")).containsExactly(2, 0);
    }

    @Test
    void knowsNothingOfWhatAnImportToldThatHasBeenTakenBack() {
        var deal = new Deal()
                .opened(CONTACT, "2026-01-03")
                .imported(WON, Deal.day("2026-01-03"), Deal.day("2026-01-04"))
                .takenBack();
        send(deal);
        requireOpenInItsFirstStage();
        send(List.of(deal.events().get(1)));
        requireOpenInItsFirstStage();
        empty();
        for (var place : List.of(2, 1, 0)) {
            send(List.of(deal.events().get(place)));
        }
        requireOpenInItsFirstStage();
        EventStream.replay(deal.events().toArray(Event[]::new));
        awaitApplied();
        requireOpenInItsFirstStage();
    }

    private static void requireOpenInItsFirstStage() {
        var funnel = get("/v1/reports/funnel?mode=cohort&from=2026-01-01");
        assertThat(funnel.getInt("stages[0].entered")).isEqualTo(1);
        assertThat(funnel.getInt("stages[0].advanced")).isZero();
        assertThat(funnel.getInt("stages[0].stillOpen")).isEqualTo(1);
        assertThat(get("/v1/reports/win-rate").getInt("total.won")).isZero();
    }
}
