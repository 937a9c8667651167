package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.CampaignEvent;
import io.kehu.events.CampaignMemberEvent;
import io.kehu.events.CampaignMemberState;
import io.kehu.events.CampaignState;
import io.kehu.events.Event;
import io.kehu.events.LeadEvent;
import io.kehu.events.LeadState;
import io.kehu.events.Money;
import io.kehu.events.OpportunityState.ContactPart;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignReportTest extends ReadModelTest {

    private static final UUID FAIR = UUID.randomUUID();
    private static final UUID SEMINAR = UUID.randomUUID();
    private static final UUID CONTACT = UUID.randomUUID();
    private static final UUID LEAD = UUID.randomUUID();

    /** One deal came from the fair in January and met the seminar in February; it is won for 1000. */
    @BeforeEach
    void sendSome() {
        execute("truncate campaign, campaign_member, lead");
        var deal = MarketDeals.of("anna", "/sales")
                .with("campaignId", FAIR)
                .with("contacts", List.of(new ContactPart(CONTACT, "USER")));
        var events = new ArrayList<>(List.of(
                campaign(FAIR, "Fair", "EXHIBITION", "2026-01-01", "400"),
                campaign(SEMINAR, "Seminar", "SEMINAR", "2026-02-01", null),
                member(SEMINAR, null, CONTACT, Deal.day("2026-02-01"), Deal.day("2026-02-10")),
                member(SEMINAR, null, UUID.randomUUID(), null, null),
                member(FAIR, LEAD, null, Deal.day("2026-01-02"), null),
                MarketDeals.won(deal, "1000", "2026-03-01"),
                MarketDeals.open(MarketDeals.of("ben", "/west").with("campaignId", FAIR))));
        events.add(lead(LEAD, UUID.randomUUID()));
        events.add(lead(UUID.randomUUID(), null));
        send(events);
    }

    private static Event campaign(UUID id, String name, String type, String starts, String cost) {
        var state = StateBuilder.of(CampaignState.class)
                .with("id", id)
                .with("name", name)
                .with("owner", "anna")
                .with("type", type)
                .with("status", "COMPLETED")
                .with("startsOn", LocalDate.parse(starts))
                .with("budget", Money.of("500", "CNY"))
                .with("actualCost", cost == null ? null : Money.of(cost, "CNY"))
                .build();
        return EventStream.event(new CampaignEvent.Created(), state, 1);
    }

    private static Event member(UUID campaign, UUID lead, UUID contact, Instant attended, Instant responded) {
        var state = StateBuilder.of(CampaignMemberState.class)
                .with("id", UUID.randomUUID())
                .with("campaignId", campaign)
                .with("leadId", lead)
                .with("contactId", contact)
                .with("status", "INVITED")
                .with("invitedAt", Deal.day("2026-01-15"))
                .with("attendedAt", attended)
                .with("respondedAt", responded)
                .build();
        return EventStream.event(new CampaignMemberEvent.Added(), state, 1);
    }

    /** @param customer what it was made into, or null */
    private static Event lead(UUID id, UUID customer) {
        var state = StateBuilder.of(LeadState.class)
                .with("id", id)
                .with("number", "L1")
                .with("owner", "anna")
                .with("source", "FAIR")
                .with("campaignId", FAIR)
                .with("status", customer == null ? "NEW" : "CONVERTED")
                .with("statusSince", Deal.day("2026-01-02"))
                .with("convertedCustomerId", customer)
                .with("convertedAt", customer == null ? null : Deal.day("2026-01-20"))
                .build();
        return EventStream.event(new LeadEvent.Created(List.of(), null), state, 1);
    }

    @Test
    void tellsWhatACampaignHasCostAndBrought() {
        var report = get("/v1/reports/campaigns");
        assertThat(report.getList("campaigns.name")).containsExactly("Fair", "Seminar");
        assertThat(report.getList("campaigns.rank")).containsExactly(1, 2);
        assertThat(report.getList("campaigns.members")).containsExactly(1, 2);
        assertThat(report.getList("campaigns.attended")).containsExactly(1, 1);
        assertThat(report.getFloat("campaigns[1].responseRate")).isEqualTo(0.5f);
        assertThat(report.getList("campaigns.leads")).containsExactly(2, 0);
        assertThat(report.getFloat("campaigns[0].conversion")).isEqualTo(0.5f);
        assertThat(report.getString("campaigns[0].costPerLead.amount")).isEqualTo("200.00");
        assertThat(report.getFloat("campaigns[0].opportunities")).isEqualTo(2f);
        assertThat(report.getString("campaigns[0].revenue.amount")).isEqualTo("1000.00");
        assertThat(report.getFloat("campaigns[0].roi")).isEqualTo(1.5f);
        assertThat(report.getList("campaigns.roi", Float.class)).isEqualTo(Arrays.asList(1.5f, null));
        assertThat(text("/v1/reports/campaigns", "text/csv", "zh-CN"))
                .contains("排名,名称,类型")
                .contains("1,Fair,EXHIBITION");
    }

    @Test
    void creditsADealToTheFirstTheLastOrAllInEqualShares() {
        assertThat(revenue("first")).containsExactly("1000.00", "0.00");
        assertThat(revenue("last")).containsExactly("0.00", "1000.00");
        assertThat(revenue("linear")).containsExactly("500.00", "500.00");
        assertThat(get("/v1/reports/campaigns?attribution=linear&rankBy=won&campaign=" + SEMINAR)
                        .getFloat("campaigns[0].won"))
                .isEqualTo(0.5f);
    }

    @Test
    void creditsNothingToACampaignThatIsDeleted() {
        var gone = StateBuilder.of(CampaignState.class)
                .with("id", FAIR)
                .with("name", "Fair")
                .with("deleted", true)
                .build();
        send(List.of(EventStream.event(new CampaignEvent.Deleted(), gone, 2)));
        for (var attribution : List.of("first", "last", "linear")) {
            assertThat(revenue(attribution)).containsExactly("1000.00");
        }
    }

    @Test
    void letsRoundedSharesAddUpToTheWhole() {
        var third = UUID.randomUUID();
        send(List.of(
                campaign(third, "Visit", "SEMINAR", "2026-02-01", null),
                member(third, null, CONTACT, Deal.day("2026-02-01"), null)));
        var report = get("/v1/reports/campaigns?attribution=linear");
        assertThat(report.getList("campaigns.won", Float.class)).containsExactlyInAnyOrder(0.34f, 0.33f, 0.33f);
        assertThat(report.getList("campaigns.revenue.amount")).containsExactlyInAnyOrder("333.34", "333.33", "333.33");
    }

    @Test
    void takesForeignAmountsAtTheRateOfTheDealOrSaysThatTheyAreMissing() {
        var deal = MarketDeals.of("anna", "/sales").with("campaignId", FAIR);
        send(List.of(MarketDeals.won(
                deal.with("baseAmount", Money.of("700", "CNY")), Money.of("100", "USD"), "2026-03-01")));
        var report = get("/v1/reports/campaigns");
        assertThat(report.getString("campaigns[0].revenue.amount")).isEqualTo("1700.00");
        assertThat(report.getList("otherCurrencies")).isEmpty();
        send(List.of(MarketDeals.won(
                MarketDeals.of("anna", "/sales").with("campaignId", FAIR), Money.of("3", "EUR"), "2026-03-01")));
        report = get("/v1/reports/campaigns");
        assertThat(report.getString("campaigns[0].revenue.amount")).isEqualTo("1700.00");
        assertThat(report.getList("otherCurrencies")).containsExactly("EUR");
    }

    private static List<String> revenue(String attribution) {
        var report = get("/v1/reports/campaigns?rankBy=leads&attribution=" + attribution);
        return report.getList("campaigns.revenue.amount");
    }

    @Test
    void mindsThePeriodTheFiltersAndTheCallersRows() {
        assertThat(get("/v1/reports/campaigns?from=2026-02-01").getList("campaigns.name"))
                .containsExactly("Seminar");
        assertThat(get("/v1/reports/campaigns?type=exhibition").getList("campaigns.name"))
                .containsExactly("Fair");
        assertThat(get(Tokens.own("anna", "report:read"), "/v1/reports/campaigns")
                        .getFloat("campaigns[0].opportunities"))
                .isEqualTo(1f);
        assertThat(get(Tokens.own("eve", "report:read"), "/v1/reports/campaigns")
                        .getList("campaigns"))
                .isEmpty();
        ask(everybody(), "/v1/reports/campaigns?attribution=middle").statusCode(400);
        ask(Tokens.all("eve", "campaign:read"), "/v1/reports/campaigns").statusCode(403);
    }
}
