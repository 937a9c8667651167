package io.kehu.reporting;

import static io.kehu.reporting.Deal.CONTACT;
import static io.kehu.reporting.Deal.NEEDS;
import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadReportsTest extends ReadModelTest {

    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final UUID CAMPAIGN = UUID.randomUUID();

    /** Six leads: two converted, of which one is won; one qualified, one new, one given up, one thrown away. */
    private static List<Event> story() {
        var won = new Deal()
                .with(CUSTOMER, null, null)
                .worth("100", "CNY")
                .opened(CONTACT, "2026-01-06")
                .moved(NEEDS, "2026-01-10")
                .won("2026-02-01");
        var open = new Deal().with(CUSTOMER, null, null).opened(CONTACT, "2026-01-20");
        var leads = List.of(
                new LeadStory()
                        .from("FAIR", CAMPAIGN)
                        .created("2026-01-01")
                        .assigned("2026-01-02")
                        .moved("CONTACTED", "2026-01-03")
                        .moved("QUALIFIED", "2026-01-04")
                        .updated()
                        .converted(CUSTOMER, won, "2026-01-06"),
                new LeadStory()
                        .of("ben", "/east/rocco")
                        .created("2026-01-01")
                        .assigned("2026-01-03")
                        .moved("CONTACTED", "2026-01-05")
                        .moved("QUALIFIED", "2026-01-07")
                        .converted(CUSTOMER, open, "2026-01-20"),
                new LeadStory()
                        .from("WEBSITE", null)
                        .created("2026-01-02")
                        .assigned("2026-01-02")
                        .moved("CONTACTED", "2026-01-12")
                        .moved("QUALIFIED", "2026-01-22"),
                new LeadStory().from("WEBSITE", null).created("2026-01-31"),
                new LeadStory()
                        .created("2026-01-05")
                        .assigned("2026-01-06")
                        .disqualified("NO_BUDGET", "2026-01-08")
                        .moved("RECYCLED", "2026-01-09"),
                new LeadStory().created("2026-01-05").deleted());
        var events = new ArrayList<Event>();
        leads.forEach(lead -> events.addAll(lead.events()));
        events.addAll(won.events());
        events.addAll(open.events());
        return events;
    }

    @Test
    void followsLeadsIntoThePipeline() {
        send(story());
        var cohort = get("/v1/reports/funnel?mode=cohort&start=lead&from=2026-01-01&to=2026-01-31");
        assertThat(cohort.getInt("leads.created")).isEqualTo(5);
        assertThat(cohort.getList("leads.steps.stage")).containsExactly("NEW", "ASSIGNED", "CONTACTED", "QUALIFIED");
        assertThat(cohort.getList("leads.steps.entered")).containsExactly(5, 4, 3, 3);
        assertThat(cohort.getList("leads.steps.advanced")).containsExactly(4, 3, 3, 2);
        assertThat(cohort.<String, Integer>getMap("leads.steps[1].lost")).containsEntry("NO_BUDGET", 1);
        assertThat(cohort.getFloat("leads.steps[1].medianDays")).isEqualTo(2f);
        assertThat(cohort.getList("leads.reached.stage"))
                .containsExactly(
                        "NEW",
                        "ASSIGNED",
                        "CONTACTED",
                        "QUALIFIED",
                        "CONVERTED",
                        "initial-contact",
                        "needs-analysis",
                        "won");
        assertThat(cohort.getList("leads.reached.count")).containsExactly(5, 4, 3, 3, 2, 2, 1, 1);
        assertThat(cohort.getFloat("leads.reached.find { it.stage == 'needs-analysis' }.conversion"))
                .isEqualTo(0.2f);
        assertThat(cohort.getList("stages.stage")).containsExactly("initial-contact", "needs-analysis");
        assertThat(text("/v1/reports/funnel?mode=cohort&start=lead", "text/csv", "zh-CN"))
                .contains("lead,NEW,新线索,5,4,0.8");
    }

    @Test
    void putsStepsOfLeadsBeforeThePipeline() {
        send(story());
        var now = get("/v1/reports/funnel?start=lead");
        assertThat(now.getList("leads.step")).containsExactly("NEW", "ASSIGNED", "CONTACTED", "QUALIFIED");
        assertThat(now.getList("leads.count")).containsExactly(1, 0, 0, 1);
        assertThat(now.getString("leads[3].records")).isEqualTo("/v1/leads?filter=status%3D%3D%22QUALIFIED%22");
        assertThat(now.getList("stages.count")).containsExactly(1);
        var then = get("/v1/reports/funnel?start=lead&at=" + day("2026-01-05"));
        assertThat(then.getList("leads.count")).containsExactly(1, 1, 1, 1);
        assertThat(text("/v1/reports/funnel?start=lead", "image/svg+xml", "zh-CN"))
                .contains("新线索");
        for (var narrowed : List.of("level", "pipeline", "tags")) {
            ask(everybody(), "/v1/reports/funnel?start=lead&" + narrowed + "=A")
                    .statusCode(400)
                    .body("errors[0].field", equalTo(narrowed));
        }
    }

    @Test
    void remembersWhoseLeadsTheyWereAndWhatHasBeenDeletedSince() {
        var events = new ArrayList<Event>();
        for (var lead : List.of(
                new LeadStory()
                        .of("anna", "/central")
                        .created("2026-01-01")
                        .given("ben", "/east", "2026-02-01")
                        .moved("QUALIFIED", "2026-02-03"),
                new LeadStory().of("anna", "/central").created("2026-01-01").deleted("2026-03-01"))) {
            events.addAll(lead.events());
        }
        send(events.reversed());
        assertThat(leadsAt("2026-01-03", "&owner=anna")).isEqualTo(2);
        assertThat(leadsAt("2026-01-03", "&team=/east")).isZero();
        assertThat(leadsAt("2026-02-02", "&owner=ben")).isEqualTo(1);
        assertThat(leadsAt("2026-02-02", "&team=/central")).isEqualTo(1);
        assertThat(leadsAt("2026-02-02", "")).isEqualTo(2);
        assertThat(leadsAt("2026-03-02", "")).isEqualTo(1);
    }

    private static int leadsAt(String date, String narrowed) {
        return get("/v1/reports/funnel?start=lead&at=" + day(date) + narrowed)
                .getList("leads.count", Integer.class)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void countsACustomerOnceAtItsFurthestStage() {
        send(story());
        send(
                new Deal().worth("5", "CNY").opened(NEEDS, "2026-01-02"),
                new Deal().with(CUSTOMER, null, null).worth("7", "CNY").opened(NEEDS, "2026-01-03"));
        var now = get("/v1/reports/funnel?unit=customer");
        assertThat(now.getInt("total")).isEqualTo(2);
        assertThat(now.getList("stages.stage")).containsExactly("needs-analysis");
        assertThat(now.getList("stages.count")).containsExactly(2);
        assertThat(now.getString("stages[0].amount.amount")).isEqualTo("12.00");
        assertThat(now.getList("closed")).isEmpty();
        var cohort = get("/v1/reports/funnel?mode=cohort&unit=customer&start=lead");
        assertThat(cohort.getInt("opened.count")).isEqualTo(2);
        assertThat(cohort.getList("stages.entered")).containsExactly(1, 2);
        assertThat(cohort.getList("stages.advanced")).containsExactly(1, 1);
        assertThat(cohort.getInt("leads.created")).isEqualTo(4);
    }

    @Test
    void countsMergedCustomersAsOne() {
        var survivor = UUID.randomUUID();
        var former = UUID.randomUUID();
        send(List.of(merged(former, CUSTOMER), merged(CUSTOMER, survivor)));
        var won = new Deal()
                .with(survivor, null, null)
                .opened(CONTACT, "2026-01-06")
                .won("2026-02-01");
        send(won);
        for (var customer : List.of(former, CUSTOMER, survivor)) {
            send(new LeadStory()
                    .created("2026-01-01")
                    .converted(customer, null, "2026-01-06")
                    .events());
        }
        var cohort = get("/v1/reports/funnel?mode=cohort&start=lead&unit=customer");
        assertThat(cohort.getInt("leads.created")).isEqualTo(1);
        assertThat(cohort.getList("leads.steps.entered")).containsExactly(1);
        assertThat(cohort.getList("leads.reached.stage")).endsWith("CONVERTED", "initial-contact", "won");
        assertThat(cohort.getList("leads.reached.count")).containsOnly(1);
    }

    private static Event merged(UUID customer, UUID into) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", customer)
                .with("mergedInto", into)
                .with("deleted", true)
                .build();
        return EventStream.event(new CustomerEvent.Merged(UUID.randomUUID(), into), state, 2);
    }

    @Test
    void tellsWhatBecameOfLeadsByChannelAndCampaign() {
        send(story());
        var report = get("/v1/reports/conversion");
        assertThat(report.getInt("total.leads")).isEqualTo(5);
        assertThat(report.getInt("total.qualified")).isEqualTo(3);
        assertThat(report.getInt("total.converted")).isEqualTo(2);
        assertThat(report.getInt("total.won")).isEqualTo(1);
        assertThat(report.getFloat("total.conversionRate")).isEqualTo(0.6667f);
        assertThat(report.getFloat("total.overallRate")).isEqualTo(0.2f);
        assertThat(report.getString("total.wonAmount.amount")).isEqualTo("100.00");
        assertThat(report.getList("groups.key")).containsExactly("FAIR", "WEBSITE");
        assertThat(report.getList("groups.leads")).containsExactly(3, 2);
        var campaigns = get("/v1/reports/conversion?groupBy=campaign&source=FAIR");
        assertThat(campaigns.getList("groups.key")).containsExactly(null, CAMPAIGN.toString());
        assertThat(get("/v1/reports/conversion?groupBy=month").getList("groups.key"))
                .containsExactly("2026-01");
        assertThat(get("/v1/reports/conversion?groupBy=quarter").getList("groups.key"))
                .containsExactly("2026-Q1");
        assertThat(text("/v1/reports/conversion", "text/csv", "zh-CN"))
                .startsWith("\ufeff分组,名称,线索数,合格")
                .contains("FAIR,FAIR,3,2,2,1,0.6667,1.0000,0.5000,0.3333,CNY,100.00");
        assertThat(text("/v1/reports/conversion", "image/svg+xml", "en")).contains("Conversion of 5 leads");
        assertThat(get(Tokens.own("ben", "report:read"), "/v1/reports/conversion")
                        .getInt("total.leads"))
                .isEqualTo(1);
    }

    @Test
    void tellsNeitherAmountsNorStagesOfDealsThatTheCallerMayNotSee() {
        var deal = new Deal()
                .of("ben", "/east/rocco")
                .with(CUSTOMER, null, null)
                .worth("100", "USD")
                .opened(CONTACT, "2026-01-06")
                .won("2026-02-01");
        send(deal);
        send(new LeadStory()
                .created("2026-01-01")
                .moved("QUALIFIED", "2026-01-04")
                .converted(CUSTOMER, deal, "2026-01-06")
                .events());
        var anna = Tokens.own("anna", "report:read");
        var conversion = get(anna, "/v1/reports/conversion");
        assertThat(conversion.getInt("total.won")).isEqualTo(1);
        assertThat(conversion.getString("total.wonAmount.amount")).isEqualTo("0.00");
        assertThat(conversion.getString("currency")).isEqualTo("CNY");
        assertThat(conversion.getList("otherCurrencies")).isEmpty();
        for (var unit : List.of("opportunity", "customer")) {
            var cohort = "/v1/reports/funnel?mode=cohort&start=lead&unit=" + unit;
            assertThat(get(anna, cohort).getList("leads.reached.stage"))
                    .endsWith("CONVERTED")
                    .doesNotContain("won");
            assertThat(get(cohort).getList("leads.reached.stage")).endsWith("initial-contact", "won");
        }
    }

    @Test
    void comesToTheSameInWhateverOrderAndByAReplay() {
        var story = story();
        send(story);
        var expected = figures();
        send(jumbled(story));
        assertThat(figures()).isEqualTo(expected);
        empty();
        send(story.reversed());
        assertThat(figures()).isEqualTo(expected);
        empty();
        EventStream.replay(story.toArray(Event[]::new));
        awaitApplied();
        assertThat(figures()).isEqualTo(expected);
    }

    private static List<Object> figures() {
        return List.of(
                        "/v1/reports/funnel?start=lead",
                        "/v1/reports/funnel?start=lead&at=" + day("2026-01-05"),
                        "/v1/reports/funnel?mode=cohort&start=lead",
                        "/v1/reports/conversion")
                .stream()
                .map(report -> withoutTimes(get(report)))
                .toList();
    }

    private static Object withoutTimes(JsonPath report) {
        var answer = report.getMap("");
        answer.keySet().removeAll(Set.of("generatedAt", "freshness"));
        return answer;
    }
}
