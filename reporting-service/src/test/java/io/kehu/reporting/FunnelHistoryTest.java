package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.DEMO;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.StageState;
import io.kehu.reporting.projection.StageOrder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What funnels tell of deals that have changed their pipeline's version or their owner since, or are gone. */
@QuarkusTest
class FunnelHistoryTest extends ReadModelTest {

    @Inject
    StageOrder order;

    @Test
    void tellsTheVersionsOfAPipelineAsOne() {
        var early = new StageState("standard", NEEDS.code(), NEEDS.name(), 1, "OPEN", 30);
        var next = new StageState("standard", DEMO.code(), DEMO.name(), 2, "OPEN", 50);
        send(
                new Deal().opened(CONTACT, "2026-01-01").moved(NEEDS, "2026-01-03"),
                new Deal()
                        .opened(CONTACT, "2026-01-01")
                        .moved(NEEDS, "2026-01-03")
                        .goneOnIn(2, early, "2026-01-05")
                        .moved(next, "2026-01-07"),
                new Deal().opened(NEEDS, "2026-01-02").goneOnIn(2, early, "2026-01-05"));
        var snapshot = get("/v1/reports/funnel");
        assertThat(snapshot.getList("stages.stage")).containsExactly("needs-analysis", "solution-demo");
        assertThat(snapshot.getList("stages.order")).containsExactly(1, 2);
        assertThat(snapshot.getList("stages.count")).containsExactly(2, 1);
        for (var unit : List.of("opportunity", "customer")) {
            var cohort = get("/v1/reports/funnel?mode=cohort&unit=" + unit);
            assertThat(cohort.getList("stages.stage"))
                    .containsExactly("initial-contact", "needs-analysis", "solution-demo");
            assertThat(cohort.getList("stages.entered")).containsExactly(2, 3, 1);
            assertThat(cohort.getList("stages.advanced")).containsExactly(2, 1, 0);
        }
    }

    @Test
    void goesOnToNoStageThatAVersionPutsBehindItself() {
        var survey = new StageState("standard", "survey", "调研", 2, "OPEN", 20);
        var behind = new StageState("standard", NEEDS.code(), NEEDS.name(), 3, "OPEN", 30);
        send(
                new Deal()
                        .opened(NEEDS, "2026-01-01")
                        .goneOnIn(2, behind, "2026-01-03")
                        .moved(CONTACT, "2026-01-05")
                        .moved(behind, "2026-01-07"),
                new Deal()
                        .opened(NEEDS, "2026-01-01")
                        .goneOnIn(2, behind, "2026-01-03")
                        .moved(survey, "2026-01-05"));
        var cohort = get("/v1/reports/funnel?mode=cohort");
        assertThat(cohort.getList("stages.stage")).containsExactly("initial-contact", "survey", "needs-analysis");
        assertThat(cohort.getList("stages.advanced")).containsExactly(1, 1, 0);
    }

    @Test
    void followsTheOrderOfStagesWithDealsThatStayInAFormerVersion() {
        var first = new StageState("standard", NEEDS.code(), NEEDS.name(), 1, "OPEN", 30);
        var second = new StageState("standard", CONTACT.code(), CONTACT.name(), 2, "OPEN", 10);
        send(new Deal().opened(NEEDS, "2026-01-01").moved(CONTACT, "2026-01-03"));
        order.follow();
        var before = get("/v1/reports/funnel?mode=cohort");
        assertThat(before.getList("stages.stage")).containsExactly("initial-contact", "needs-analysis");
        assertThat(before.getList("stages.advanced")).containsExactly(1, 0);
        send(new Deal()
                .opened(NEEDS, "2026-01-01")
                .goneOnIn(2, first, "2026-01-05")
                .moved(second, "2026-01-07"));
        order.follow();
        var cohort = get("/v1/reports/funnel?mode=cohort");
        assertThat(cohort.getList("stages.stage")).containsExactly("needs-analysis", "initial-contact");
        assertThat(cohort.getList("stages.entered")).containsExactly(2, 2);
        assertThat(cohort.getList("stages.advanced")).containsExactly(2, 0);
    }

    @Test
    void followsDealsThatGoOnInAnotherPipeline() {
        var design = new StageState("solution", "design", "方案设计", 1, "OPEN", 40);
        var done = new StageState("solution", "won", "成交", 5, "WON", 100);
        send(
                new Deal()
                        .opened(NEEDS, "2026-01-01")
                        .moved(design, "2026-01-03")
                        .moved(done, "2026-01-05"),
                new Deal()
                        .opened(NEEDS, "2026-01-01")
                        .moved(design, "2026-01-03")
                        .moved(done, "2026-01-05")
                        .reopened(design, "2026-01-07")
                        .lost("2026-01-09", "PRICE"),
                new Deal().opened(NEEDS, "2026-01-01").moved(design, "2026-01-03"));
        for (var unit : List.of("opportunity", "customer")) {
            var cohort = get("/v1/reports/funnel?mode=cohort&unit=" + unit);
            assertThat(cohort.getList("stages.stage")).containsExactly("design", "needs-analysis");
            assertThat(cohort.getList("stages.entered")).containsExactly(3, 3);
            assertThat(cohort.getList("stages.advanced")).containsExactly(2, 2);
            assertThat(cohort.getList("stages.invalid")).containsExactly(0, 0);
            assertThat(cohort.getList("stages.stillOpen")).containsExactly(1, 1);
        }
    }

    @Test
    void remembersWhoseDealsTheyWereAndWhatHasBeenDeletedSince() {
        send(
                new Deal().of("anna", "/central").opened(CONTACT, "2026-01-01").given("ben", "/east", "2026-02-01"),
                new Deal().of("anna", "/central").opened(CONTACT, "2026-01-01").deleted("2026-03-01"),
                new Deal()
                        .of("anna", "/central")
                        .opened(CONTACT, "2026-01-01")
                        .lost("2026-01-05", "PRICE")
                        .given("ben", "/east", "2026-02-01"));
        for (var narrowed : List.of("", "&source=fair")) {
            assertThat(at("2026-01-03", "&owner=anna" + narrowed)).isEqualTo(3);
            assertThat(at("2026-01-03", "&team=/east" + narrowed)).isZero();
            assertThat(at("2026-02-02", "&owner=anna" + narrowed)).isEqualTo(2);
            assertThat(at("2026-02-02", "&owner=ben" + narrowed)).isEqualTo(1);
            assertThat(at("2026-03-02", narrowed)).isEqualTo(2);
            assertThat(at("2026-03-02", "&unit=customer&owner=anna" + narrowed)).isEqualTo(1);
            assertThat(get("/v1/reports/funnel?owner=anna" + narrowed).getInt("total"))
                    .isZero();
        }
        assertThat(get(Tokens.own("ben", "report:read"), "/v1/reports/funnel?owner=anna&at=" + day("2026-01-03"))
                        .getInt("total"))
                .isEqualTo(2);
    }

    @Test
    void tellsWhatHadBeenRecorded() {
        var late = new Deal().worth("5", "CNY").opened(CONTACT, "2026-01-01");
        var won = new Deal().opened(CONTACT, "2026-01-01").won("2026-01-04");
        send(late, won);
        var before = Instant.now();
        send(
                late.moved(NEEDS, "2026-01-03").given("ben", "/east", "2026-01-03"),
                new Deal().opened(CONTACT, "2026-01-01"));
        var then = "/v1/reports/funnel?at=" + day("2026-01-05");
        assertThat(get(then).getList("stages.stage")).containsExactly("initial-contact", "needs-analysis");
        for (var unit : List.of("opportunity", "customer")) {
            var known = get(then + "&knownAt=" + before + "&unit=" + unit);
            assertThat(known.getInt("total")).isEqualTo(2);
            assertThat(known.getList("stages.stage")).containsExactly("initial-contact");
            assertThat(known.getList("stages.count")).containsExactly(1);
            assertThat(known.getString("stages[0].amount.amount")).isEqualTo("5.00");
            assertThat(known.getList("closed.kind")).containsExactly("WON");
        }
        assertThat(get(then + "&owner=ben&knownAt=" + before).getInt("total")).isZero();
        assertThat(get(then + "&owner=ben&knownAt=" + Instant.now()).getInt("total"))
                .isEqualTo(1);
        for (var query : List.of("start=lead&knownAt=" + before, "mode=cohort&knownAt=" + before, "knownAt=x")) {
            ask(everybody(), "/v1/reports/funnel?" + query).statusCode(400).body("errors[0].field", equalTo("knownAt"));
        }
    }

    private static int at(String date, String narrowed) {
        return get("/v1/reports/funnel?at=" + day(date) + narrowed).getInt("total");
    }
}
